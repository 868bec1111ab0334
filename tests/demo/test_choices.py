"""What the people of the demo site chose about their followers."""

from app.demo import content

PEOPLE = list(content.people())
LOCKED = {person.handle for person in PEOPLE if person.is_locked}
TAGS = {tag.lower() for piece in content.pieces() for tag in piece.tags}


def test_whoever_is_asked_wants_to_be():
    assert {handle for person in PEOPLE for handle in person.asks} == LOCKED


def test_nobody_asks_whom_they_follow():
    assert not [person for person in PEOPLE if set(person.asks) & set(person.follows)]


def test_tags_are_followed_that_there_are():
    assert {tag for person in PEOPLE for tag in person.tags} <= TAGS
