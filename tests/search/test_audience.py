"""Who finds a text, in every state of it."""

import pytest

from app.extensions import db
from app.lib.search_query import parsed
from app.models import Limitation, searches
from app.models.columns import now
from tests.fixtures.writing import publish

READERS = ("visitor", "author", "follower", "stranger", "blocked", "blocking", "muting")
NEAR = {"author", "follower"}
WHO_FINDS_IT = {
    "public": {"visitor", "author", "follower", "stranger"},
    "followers": NEAR,
    "unlisted": {"author"},
    "private": {"author"},
    "scheduled": set(),
    "draft": set(),
    "binned": set(),
    "hidden": set(),
    "author away": set(),
    "author limited": NEAR,
    "not indexable": {"author"},
}


@pytest.fixture
def people(ann, bob, cleo, dan, eve, zoe):
    bob.follow(ann)
    ann.block(dan)
    eve.block(ann)
    zoe.mute(ann)
    names = ("author", "follower", "stranger", "blocked", "blocking", "muting")
    return dict(zip(names, (ann, bob, cleo, dan, eve, zoe), strict=True))


@pytest.fixture
def text(people, ann, state):
    is_audience = state in {"followers", "unlisted", "private"}
    post = publish(ann, "A quince", "One.", to=state if is_audience else "public")
    for person in people.values():
        person.save(post)
    if state in {"draft", "scheduled"}:
        post.unpublish()
    if state == "scheduled":
        post.announced_at = None
        post.publish(now().replace(year=now().year + 1))
    if state == "binned":
        post.throw_away()
    if state == "hidden":
        post.hide()
    if state == "author limited":
        db.session.add(Limitation(user_id=ann.id))
    if state == "author away":
        ann.leave()
    ann.is_indexable = state != "not indexable"
    db.session.commit()
    return post


def finders(typed, people):
    everybody = {"visitor": None, **people}
    return {
        name
        for name, reader in everybody.items()
        if searches.best_posts(parsed(typed), reader)
    }


@pytest.mark.parametrize("state", WHO_FINDS_IT)
@pytest.mark.parametrize("typed", ["quince", "from:ann", "after:2020", "title:quin*"])
def test_a_text_is_found_by_whom_it_is_for(people, text, state, typed):
    assert finders(typed, people) == WHO_FINDS_IT[state]


@pytest.mark.parametrize("state", WHO_FINDS_IT)
def test_a_feed_of_a_search_has_the_same(people, text, state):
    everybody = {"visitor": None, **people}
    query = parsed("quince")

    found = {
        name
        for name, reader in everybody.items()
        if db.session.scalars(searches.posts(query, reader)).all()
    }

    assert found == WHO_FINDS_IT[state]


SAVED = {
    "public": {"author", "follower", "stranger", "muting"},
    "followers": NEAR,
    "unlisted": {"author", "follower", "stranger", "muting"},
    "private": {"author"},
    "author limited": {"author", "follower", "stranger", "muting"},
    "not indexable": {"author", "follower", "stranger", "muting"},
}


@pytest.mark.parametrize("state", WHO_FINDS_IT)
def test_what_is_saved_is_found_while_it_may_be_read(people, text, state):
    assert finders("in:saved quince", people) == SAVED.get(state, set())


@pytest.mark.parametrize("state", WHO_FINDS_IT)
def test_drafts_are_found_by_their_author(people, text, state):
    is_draft = state in {"draft", "scheduled"}

    assert finders("in:drafts quince", people) == ({"author"} if is_draft else set())
