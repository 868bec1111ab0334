"""What a page that visitors come in by costs, however many posts there are."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from app.extensions import db
from app.models import Feature, Post, timelines
from app.models.columns import now
from app.models.tongues import in_use
from tests.support.effort import effort

FEW, MANY, RARE = 1000, 5000, "eo"
# Cheaper than this is cheap enough, whatever a small site costs.
CHEAP = 100
PAGES = {
    "popular": lambda: _page(timelines.popular(None), Post.warm_at),
    "common language": lambda: _page(
        timelines.in_language("en", None), Post.published_at
    ),
    "rare language": lambda: _page(
        timelines.in_language(RARE, None), Post.published_at
    ),
    "languages": lambda: in_use(),
    "featured": lambda: (
        timelines.featured(None)
        .order_by(Feature.created_at.desc(), Feature.post_id.desc())
        .limit(13)
    ),
}


def _page(posts, moment):
    return posts.order_by(moment.desc(), Post.id.desc()).limit(21)


def write(ann, numbers):
    """One post a minute back into the past: liked here and there, one in Esperanto."""
    present = now()
    rows = [
        {
            "author_id": ann.id,
            "slug": f"post-{number}",
            "language": RARE if number == 300 else "en",
            "like_count": number % 50,
            "published_at": present - timedelta(minutes=number),
        }
        for number in numbers
    ]
    db.session.execute(insert(Post), rows)
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(db.text("ANALYZE"))


@pytest.fixture
def few(ann):
    if db.session.get_bind().dialect.name == "postgresql":
        # Rows that other tests have taken back still fill pages: other plans.
        db.session.execute(db.text("TRUNCATE post, limitation CASCADE"))
    write(ann, range(FEW))
    chosen = db.session.scalars(db.select(Post.id).limit(20))
    db.session.execute(insert(Feature), [{"post_id": key} for key in chosen])


@pytest.mark.parametrize("page", PAGES)
def test_it_costs_the_same_however_many_there_are(few, ann, page):
    before = effort(PAGES[page]())
    write(ann, range(FEW, MANY))

    assert effort(PAGES[page]()) <= max(1.3 * before, CHEAP)
