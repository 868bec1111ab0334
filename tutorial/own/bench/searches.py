"""What it costs to find a word: by reading everything, and by an index.

python -m bench.searches
"""

from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from flask_migrate import upgrade
from sqlalchemy import func, select, text

from app import create_app
from app.extensions import db
from app.lib.search_query import parsed
from app.models import Account, Post, PostEntry, searches
from app.models.columns import now
from config import Config

POSTS, WORDS = 20_000, 200
ALPHABET = "bcdfghjklmnprstvw"


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
    """Ann writes texts of words that nobody knows, and in three of them a heron."""
    chance = Random(18)
    ann = Account.open("ann", "Ann Okafor", "ann@example.org", "-").user
    db.session.flush()
    known = ["".join(chance.choices(ALPHABET, k=6)) for _ in range(20_000)]
    posts, entries = [], []
    for number in range(1, POSTS + 1):
        words = chance.choices(known, k=WORDS)
        words += ["heron"] if number % 7_000 == 1 else []
        said = {"title": "", "body": " ".join(words)}
        posts.append(
            {
                **said,
                "id": number,
                "author_id": ann.id,
                "slug": f"post-{number}",
                "body_html": said["body"],
                "published_at": now(),
            }
        )
        entries.append({"post_id": number, "title": "", "words": said["body"]})
    # Many at once pass by the listeners of one: the entries are written here.
    db.session.execute(db.insert(Post), posts)
    db.session.execute(db.insert(PostEntry), entries)
    db.session.commit()


def compare() -> None:
    """The same word, three times."""
    ask("LIKE '%heron%'", select(Post).where(Post.body.like("%heron%")))
    folded = func.lower(Post.body).like("%heron%")
    ask("lower(…) LIKE '%heron%'", select(Post).where(folded))
    ask("the index", searches.posts(parsed("heron")))


def ask(name, query) -> None:
    """Say how long ``query`` takes at best, and how SQLite goes about it."""
    took, found = min(timed(query) for _ in range(5))
    print(f"{name}: {found} posts, {took:.5f} s")
    sql = query.compile(db.engine, compile_kwargs={"literal_binds": True})
    for step in db.session.execute(text(f"EXPLAIN QUERY PLAN {sql}")):
        print(f"  {step.detail}")


def timed(query) -> tuple[float, int]:
    db.session.expunge_all()
    began = perf_counter()
    found = len(db.session.scalars(query).all())
    return perf_counter() - began, found


if __name__ == "__main__":
    main()
