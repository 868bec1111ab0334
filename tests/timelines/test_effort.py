"""What a page of one's home costs, however many one follows and however they write."""

import pytest
from sqlalchemy import insert

from app.extensions import db
from app.models import Follow, Post, TimelineEntry, User, homes, spreading
from app.models.columns import now
from tests.support.effort import effort

PEOPLE, FIRST = 400, 10_000
READ = ["post", "follow", "block", "mute", "muted_word", "limitation"]


@pytest.fixture
def town(app):
    """Many people: every fourth has written often, the others once."""
    if db.session.get_bind().dialect.name == "postgresql":
        # Rows that other tests have taken back still fill pages: other plans.
        db.session.execute(db.text(f"TRUNCATE {', '.join(READ)} CASCADE"))
    moment = now()
    keys = range(FIRST, FIRST + PEOPLE)
    people = [
        {"id": key, "handle": f"p{key}", "name": "P", "links": [], "created_at": moment}
        for key in keys
    ]
    names = ("published_at", "announced_at", "created_at", "updated_at")
    moments = dict.fromkeys(names, moment)
    posts = [
        {"author_id": key, "slug": f"{key}-{number}", **moments}
        for key in keys
        for number in range(1 if key % 4 else 25)
    ]
    db.session.execute(insert(User), people)
    db.session.execute(insert(Post), posts)
    return keys


def follow(reader, people):
    """Follow them, and have at home what they have written."""
    rows = [{"follower_id": reader.id, "followed_id": key} for key in people]
    db.session.execute(insert(Follow), rows)
    for person in db.session.scalars(db.select(User).where(User.id.in_(people))):
        spreading.welcome(reader, person)


def cost_of_home(reader):
    newest = (TimelineEntry.at.desc(), TimelineEntry.post_id.desc())
    return effort(homes.home().order_by(*newest).limit(21), reader_id=reader.id)


@pytest.mark.parametrize("few", [slice(0, 80, 4), slice(1, 81, 4)], ids=["busy", "not"])
def test_it_costs_the_same_whomever_one_follows(town, ann, bob, few):
    follow(ann, town[few])
    follow(bob, town)
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(db.text("ANALYZE"))

    assert cost_of_home(bob) <= 1.3 * cost_of_home(ann)
