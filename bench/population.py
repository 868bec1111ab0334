"""A town that is the same every time: people, what they write, whom they follow."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, chain, islice
from random import Random

from sqlalchemy import Connection, insert

from app.lib.markdown import render
from app.lib.passwords import hash_password
from app.models import Account, Follow, Post, Site, Tag, Tagging, User
from app.models.search_index import write as write_entries
from bench.texts import LONG, MEDIUM, PICTURED, SHORT, Text

SIZES = {"S": (200, 2_000), "M": (5_000, 50_000), "L": (50_000, 1_000_000)}
# Whole texts of so many posts, the newest: older ones only have to be there.
_READ = 50_000
READER, PASSWORD = "reader", "seven quiet herons"
FOLLOWED_BY_READER = 20
END, _SPAN = datetime(2026, 1, 1, tzinfo=UTC), timedelta(days=365)
_NOTES = 0.2
# The first is on every tenth post, each other one on as many as the rest.
WORDS = ("tide", *(f"tidal-{number}" for number in range(400)))
# In which one post of a thousand is written.
RARE = "eo"
_BATCH = 5_000

Row = dict[str, object]
Rows = list[Row]
Pairs = list[tuple[int, int]]


@dataclass(frozen=True)
class Town:
    """All rows. What is counted is known before the first of them is written."""

    people: Rows
    posts: Callable[[], Iterator[Row]]
    follows: Callable[[], Iterator[Row]]
    tags: Rows
    taggings: Callable[[], Iterator[Row]]

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
            lambda: _posts(Random(f"posts {size}"), authors),
            lambda: _rows(follows),
            [{"id": i, "name": w, "label": w} for i, w in enumerate(WORDS, start=1)],
            lambda: _taggings(posts),
        )

    def load(self, connection: Connection) -> None:
        """Write everything, and the one account that can sign in."""
        connection.execute(insert(Site).values(name="Inklings", tagline="A test site."))
        write(connection, User, self.people)
        write(connection, Post, self.posts())
        index(connection)
        write(connection, Follow, self.follows())
        write(connection, Tag, self.tags)
        write(connection, Tagging, self.taggings())
        account = {"user_id": len(self.people), "email": "reader@example.org"}
        account["approved_at"] = account["confirmed_at"] = END
        hashed = hash_password(PASSWORD)
        connection.execute(insert(Account).values(password_hash=hashed, **account))


def write(connection: Connection, model: type, rows: Iterable[Row]) -> None:
    """Insert ``rows``, of which there may be more than fit into memory."""
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        connection.execute(insert(model.__table__), batch)


def index(connection: Connection) -> None:
    """Make everything found by its words, as the site does when it is written."""
    for kind in (Post, User):
        last = 0
        while True:
            rows = kind.searched_rows().where(kind.id > last).order_by(kind.id)
            said = [kind.said_by(row) for row in connection.execute(rows.limit(_BATCH))]
            if not said:
                break
            write_entries(connection, kind.ENTRY, said)
            last = said[-1].key


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


def _posts(random: Random, authors: list[int]) -> Iterator[Row]:
    note, *articles = (Text.of(body) for body in (SHORT, MEDIUM, LONG, PICTURED))
    for key, author in enumerate(authors, start=1):
        is_note = random.random() < _NOTES
        is_read = key > len(authors) - _READ
        text = random.choices(articles, (6, 3, 1))[0] if is_read else note
        text = note if is_note else text
        place = {"id": key, "author_id": author, "is_counted": True}
        row = {**place, **_post(key, text, is_note), **_moments(key, authors)}
        yield row | {"language": _language(key), "like_count": _likes(key)}


def _post(key: int, text: Text, is_note: bool) -> Row:
    if is_note:
        return {"slug": f"{key:010x}", **text.columns("")}
    slug = f"what-the-tide-left-part-{key}"
    return {"slug": slug, **text.columns(f"What the tide left, part {key}")}


def _language(key: int) -> str:
    """German and English by turns, now and then not said; seldom another."""
    return RARE if key % 1_000 == 1 else ("en", "de", "")[key % 3]


def _likes(key: int) -> int:
    """A fifth of all posts are liked, and few of them by many."""
    return 0 if key % 5 else 64 // (1 + key // 5 % 32)


def _moments(key: int, authors: list[int]) -> Row:
    names = ("created_at", "updated_at", "published_at", "announced_at")
    return dict.fromkeys(names, _moment(key, len(authors)))


def _rows(follows: Pairs) -> Iterator[Row]:
    for follower, followed in follows:
        yield {"follower_id": follower, "followed_id": followed, "created_at": END}


def _taggings(posts: int) -> Iterator[Row]:
    each = ((key, 2 + key % (len(WORDS) - 1)) for key in range(1, posts + 1))
    tenth = ((key, 1) for key in range(10, posts + 1, 10))
    for post, tag in chain(each, tenth):
        moment = _moment(post, posts)
        yield {"post_id": post, "tag_id": tag, "place": tag, "published_at": moment}


def _moment(key: int, count: int) -> datetime:
    """The time between a year before the end and the end, evenly spread."""
    return END - _SPAN * ((count - key) / count)
