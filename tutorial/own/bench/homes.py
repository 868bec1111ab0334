"""What a page of somebody's home costs: python -m bench.homes [POSTS].

It fills a database of its own: everybody writes 20 posts; one reader follows 10, one
100 and one 1,000 people. Then it asks for each home with and without the index.
"""

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from time import perf_counter

from sqlalchemy import insert, text

from app import create_app
from app.extensions import db
from app.models import Follow, Post, User, timelines
from config import Config

START = datetime(2026, 1, 1, tzinfo=UTC)
BODY = "A sentence about herons, bells and bicycles. " * 50
EACH, FOLLOWED, TIMES = 20, (10, 100, 1_000), 5


def fill(posts):
    people = range(1, posts // EACH + 1)
    rows = [{"id": key, "handle": f"p{key}", "name": f"Person {key}"} for key in people]
    db.session.execute(insert(User), rows)
    for first in range(1, posts + 1, 2_000):
        keys = range(first, min(first + 2_000, posts + 1))
        db.session.execute(insert(Post), [_post(key, len(people)) for key in keys])
    for reader, count in enumerate(FOLLOWED, 1):
        others = [key for key in people if key != reader][:count]
        ties = [{"follower_id": reader, "followed_id": key} for key in others]
        db.session.execute(insert(Follow), ties)
    db.session.commit()


def _post(key, people):
    return {
        "author_id": key * 7_919 % people + 1,
        "slug": f"post-{key}",
        "title": f"Post {key}",
        "body": BODY,
        "published_at": START + timedelta(minutes=key),
    }


def milliseconds(key):
    """The best of some asked pages, as the view asks for them."""
    home = timelines.home(db.session.get(User, key))
    page = home.order_by(Post.published_at.desc(), Post.id.desc()).limit(21)
    took = []
    for _time in range(TIMES):
        db.session.expunge_all()
        begun = perf_counter()
        db.session.scalars(page).all()
        took.append(perf_counter() - begun)
    return min(took) * 1_000


def measure(title):
    found = "  ".join(f"{milliseconds(key):8.1f}" for key in range(1, 4))
    print(f"{title:24}{found}")


def compare(posts):
    db.create_all()
    fill(posts)
    print(f"{'people followed':24}{'  '.join(f'{count:8,}' for count in FOLLOWED)}")
    measure("with the index, ms")
    db.session.execute(text("DROP INDEX ix_post_listed_by"))
    measure("without it, ms")


def main(posts=20_000):
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Config(INSTANCE_PATH=folder))
        with app.app_context():
            compare(posts)
            db.session.remove()
            db.engine.dispose()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
