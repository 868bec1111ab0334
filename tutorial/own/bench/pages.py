"""What a page far down a list costs: with OFFSET, without an index, and by position.

python -m bench.pages
"""

from datetime import UTC, datetime, timedelta
from tempfile import TemporaryDirectory
from time import perf_counter

from flask_migrate import upgrade
from sqlalchemy import text, tuple_

from app import create_app
from app.extensions import db
from app.models import Account, Post, timelines
from config import Config

POSTS, PAGE = 20_000, 20
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
FAR = POSTS - 100


def main() -> None:
    """Fill a database that is thrown away afterwards, and ask it."""
    with TemporaryDirectory() as folder:
        app = create_app(Config(SECRET_KEY="k" * 32, INSTANCE_PATH=folder))
        with app.app_context():
            upgrade()
            fill()
            compare()
            db.session.remove()
            db.engine.dispose()


def fill() -> None:
    """Ann writes a post a minute."""
    ann = Account.open("ann", "Ann Okafor", "ann@example.org", "-").user
    db.session.flush()
    rows = [
        {
            "author_id": ann.id,
            "slug": f"post-{number}",
            "body": "A text.",
            "body_html": "<p>A text.</p>",
            "published_at": BEGAN + timedelta(minutes=number),
        }
        for number in range(POSTS)
    ]
    db.session.execute(db.insert(Post), rows)
    db.session.commit()


def compare() -> None:
    """The same page of the list, three times."""
    newest = timelines.explore().order_by(Post.published_at.desc(), Post.id.desc())
    last = POSTS - FAR
    place = tuple_(BEGAN + timedelta(minutes=last), last + 1)
    further = newest.where(tuple_(Post.published_at, Post.id) < place)
    ask("skip 19,900 rows", newest.limit(PAGE).offset(FAR))
    ask("go on after the last one", further.limit(PAGE))
    db.session.execute(text("DROP INDEX ix_post_listed"))
    db.session.commit()
    # A connection remembers plans; a new one makes them anew.
    db.engine.dispose()
    ask("the same without the index", further.limit(PAGE))


def ask(name, query) -> None:
    """Say how long ``query`` takes at best, and how SQLite goes about it."""
    took = min(timed(query) for _ in range(5))
    print(f"{name}: {took:.5f} s")
    sql = query.compile(db.engine, compile_kwargs={"literal_binds": True})
    for step in db.session.execute(text(f"EXPLAIN QUERY PLAN {sql}")):
        print(f"  {step.detail}")


def timed(query) -> float:
    db.session.expunge_all()
    began = perf_counter()
    db.session.scalars(query).all()
    return perf_counter() - began


if __name__ == "__main__":
    main()
