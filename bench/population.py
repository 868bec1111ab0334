"""A town that is the same every time: people, what they write, whom they follow."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random

from sqlalchemy import Connection, insert

from app.lib.markdown import render
from app.lib.passwords import hash_password
from app.models import Account, Follow, Post, Site, Tag, Tagging, User
from bench.texts import LONG, MEDIUM, PICTURED, SHORT, Text

SIZES = {"S": (200, 2_000), "M": (5_000, 50_000)}
READER, PASSWORD = "reader", "seven quiet herons"
FOLLOWED_BY_READER = 20
_END, _SPAN = datetime(2026, 1, 1, tzinfo=UTC), timedelta(days=365)
_NOTES = 0.2
# The first is on every tenth post, each other one on as many as the rest.
WORDS = ("tide", *(f"tidal-{number}" for number in range(400)))
_BATCH = 5_000

Row = dict[str, object]
Rows = list[Row]
Pairs = list[tuple[int, int]]


@dataclass(frozen=True)
class Town:
    """All rows, made before the first is written: so the counters are right."""

    people: Rows
    posts: Rows
    follows: Rows
    tags: Rows
    taggings: Rows

    @classmethod
    def of(cls, size: str) -> "Town":
        """The town of ``size``; the last of its people is the benchmark's reader."""
        people, posts = SIZES[size]
        random = Random(f"inklings {size}")
        keys, weights = range(1, people), [*accumulate(1 / k for k in range(1, people))]
        authors = random.choices(keys, cum_weights=weights, k=posts)
        written = Counter(authors)
        follows = _follows(random, keys, weights)
        follows += [(people, author) for author in _average_authors(written)]
        return cls(
            _people(people, written, follows),
            _posts(random, authors),
            _rows(follows),
            [{"id": i, "name": w, "label": w} for i, w in enumerate(WORDS, start=1)],
            _taggings(posts),
        )

    def load(self, connection: Connection) -> None:
        """Write everything, and the one account that can sign in."""
        connection.execute(insert(Site).values(name="Inklings", tagline="A test site."))
        tables = {
            User: self.people,
            Post: self.posts,
            Follow: self.follows,
            Tag: self.tags,
            Tagging: self.taggings,
        }
        for model, rows in tables.items():
            for start in range(0, len(rows), _BATCH):
                batch = rows[start : start + _BATCH]
                connection.execute(insert(model.__table__), batch)
        account = {"user_id": len(self.people), "email": "reader@example.org"}
        account["approved_at"] = account["confirmed_at"] = _END
        hashed = hash_password(PASSWORD)
        connection.execute(insert(Account).values(password_hash=hashed, **account))


def _average_authors(written: Counter[int]) -> list[int]:
    """Those whose number of posts is nearest to the average."""
    average = written.total() / len(written)
    off = {author: abs(count - average) for author, count in written.items()}
    return sorted(off, key=lambda author: (off[author], author))[:FOLLOWED_BY_READER]


def _follows(random: Random, keys: range, weights: list[float]) -> Pairs:
    """A few follow many, and a few are followed by many."""
    found: set[tuple[int, int]] = set()
    for follower in keys:
        many = min(int(4 * random.paretovariate(1.2)), len(keys) // 4)
        for followed in random.choices(keys, cum_weights=weights, k=many):
            if followed != follower:
                found.add((follower, followed))
    return sorted(found)


def _people(count: int, written: Counter[int], follows: Pairs) -> Rows:
    following = Counter(follower for follower, _ in follows)
    followers = Counter(followed for _, followed in follows)
    bio = "Writes about *harbours* and glue."
    common = {"bio": bio, "bio_html": render(bio).html, "location": "By the sea"}
    return [
        {
            **common,
            "id": key,
            "handle": READER if key == count else f"person_{key}",
            "name": f"Person {key}",
            "links": ["https://example.org/"],
            "created_at": _moment(key, count) - _SPAN,
            "post_count": written[key],
            "following_count": following[key],
            "follower_count": followers[key],
        }
        for key in range(1, count + 1)
    ]


def _posts(random: Random, authors: list[int]) -> Rows:
    note, *articles = (Text.of(body) for body in (SHORT, MEDIUM, LONG, PICTURED))
    rows = []
    for key, author in enumerate(authors, start=1):
        is_note = random.random() < _NOTES
        text = note if is_note else random.choices(articles, (6, 3, 1))[0]
        place = {"id": key, "author_id": author, "is_counted": True}
        rows.append({**place, **_post(key, text, is_note), **_moments(key, authors)})
    return rows


def _post(key: int, text: Text, is_note: bool) -> Row:
    if is_note:
        return {"slug": f"{key:010x}", **text.columns("")}
    slug = f"what-the-tide-left-part-{key}"
    return {"slug": slug, **text.columns(f"What the tide left, part {key}")}


def _moments(key: int, authors: list[int]) -> Row:
    names = ("created_at", "updated_at", "published_at", "announced_at")
    return dict.fromkeys(names, _moment(key, len(authors)))


def _rows(follows: Pairs) -> Rows:
    return [
        {"follower_id": follower, "followed_id": followed, "created_at": _END}
        for follower, followed in follows
    ]


def _taggings(posts: int) -> Rows:
    pairs = [(key, 2 + key % (len(WORDS) - 1)) for key in range(1, posts + 1)]
    pairs += [(key, 1) for key in range(10, posts + 1, 10)]
    return [
        {
            "post_id": post,
            "tag_id": tag,
            "place": tag,
            "published_at": _moment(post, posts),
        }
        for post, tag in pairs
    ]


def _moment(key: int, count: int) -> datetime:
    """The time between a year before the end and the end, evenly spread."""
    return _END - _SPAN * ((count - key) / count)
