"""What people do with each other in the town: homes, a thread, likes, and news."""

from collections.abc import Iterator
from random import Random

from sqlalchemy import Connection, Select, func, insert, literal, select, update

from app.lib.passwords import hash_password
from app.models import (
    Account,
    Comment,
    Feature,
    Follow,
    Like,
    Notification,
    NotificationActor,
    Post,
    TimelineEntry,
    User,
)
from bench.population import END, PASSWORD, READER, Row, write

THREAD, LIKES, NEWS = 5_000, 10_000, 2_000
#: How many people each reader follows: those who write much, or those who write little.
FOLLOWED = (20, 200, 2_000)
READERS = {f"{kind}_{n}": (kind, n) for kind in ("busy", "silent") for n in FOLLOWED}
#: Two who write: one whom everybody follows, and one whom nobody does.
POPULAR, UNKNOWN = "popular", "unknown"
# So many others have so much at home, that a home is one of many.
_OTHERS, _ENTRIES, _HOME = 2_000, 300, 800


def fill(connection: Connection) -> None:
    """Add the readers, their homes, and what is below and around one post."""
    people: int = connection.scalar(select(func.count(User.id))) or 0
    hashed = hash_password(PASSWORD)
    names = [*READERS, POPULAR, UNKNOWN]
    keys = {name: people + place for place, name in enumerate(names, start=1)}
    write(connection, User, [_person(key, name) for name, key in keys.items()])
    rows = (_account(key, name, hashed) for name, key in keys.items())
    write(connection, Account, rows)
    for name, (kind, many) in READERS.items():
        _follow(connection, keys[name], kind, min(many, people - 1))
    _make_popular(connection, keys[POPULAR], people)
    reader = select(User.id).where(User.handle == READER)
    for key in (*keys.values(), connection.scalar(reader)):
        _write_home(connection, key)
    write(connection, TimelineEntry, _others(people, _posts(connection)))
    write(connection, Feature, _chosen(_posts(connection)))
    post = connection.scalar(select(func.max(Post.id)).where(Post.title != ""))
    _talk_below(connection, post, people)
    _tell(connection, connection.scalar(reader), people)


def _posts(connection: Connection) -> int:
    return connection.scalar(select(func.count(Post.id))) or 0


def _chosen(posts: int) -> Iterator[Row]:
    """What was featured: every hundredth of all posts, the newest of late."""
    for key in range(posts, 0, -100):
        yield {"post_id": key, "created_at": END}


def _person(key: int, name: str) -> Row:
    return {"id": key, "handle": name, "name": name, "links": [], "created_at": END}


def _account(key: int, name: str, hashed: str) -> Row:
    moments = dict.fromkeys(("approved_at", "confirmed_at", "created_at"), END)
    email = f"{name}@example.org"
    return {"user_id": key, "email": email, "password_hash": hashed, **moments}


def _follow(connection: Connection, reader: int, kind: str, many: int) -> None:
    """Follow so many of those who write the most, or of those who write the least."""
    diligence = User.post_count.desc() if kind == "busy" else User.post_count
    chosen = (
        select(literal(reader), User.id, literal(END, Follow.created_at.type))
        .where(User.post_count > 0)
        .order_by(diligence, User.id)
        .limit(many)
    )
    columns = ["follower_id", "followed_id", "created_at"]
    connection.execute(insert(Follow).from_select(columns, chosen))


def _make_popular(connection: Connection, key: int, people: int) -> None:
    """Have everybody of the town follow one person."""
    everybody = (
        {"follower_id": follower, "followed_id": key, "created_at": END}
        for follower in range(1, people + 1)
    )
    write(connection, Follow, everybody)
    counted = update(User).where(User.id == key).values(follower_count=people)
    connection.execute(counted)


def _write_home(connection: Connection, reader: int | None) -> None:
    """What would have been written there as it was published."""
    newest: Select[int] = (
        select(literal(reader), Post.id, Post.published_at)
        .join(Follow, Follow.followed_id == Post.author_id)
        .where(Follow.follower_id == reader)
        .order_by(Post.published_at.desc(), Post.id.desc())
        .limit(_HOME)
    )
    columns = ["reader_id", "post_id", "at"]
    connection.execute(insert(TimelineEntry).from_select(columns, newest))


def _others(people: int, posts: int) -> Iterator[Row]:
    random = Random("homes")
    for reader in range(1, min(_OTHERS, people - 1) + 1):
        for post in random.sample(range(1, posts + 1), _ENTRIES):
            yield {"reader_id": reader, "post_id": post, "at": END}


def _talk_below(connection: Connection, post: int | None, people: int) -> None:
    """Below one post a thread of conversations of ten, and likes."""
    write(connection, Comment, _comments(post, people))
    likers = range(1, min(LIKES, people) + 1)
    likes = ({"user_id": key, "post_id": post, "created_at": END} for key in likers)
    write(connection, Like, likes)
    counts = {"comment_count": THREAD, "like_count": len(likers)}
    connection.execute(update(Post).where(Post.id == post).values(counts))


def _comments(post: int | None, people: int) -> Iterator[Row]:
    words = {"body": "It did.", "body_html": "<p>It did.</p>", "created_at": END}
    for key in range(1, THREAD + 1):
        place = (key - 1) % 10
        root = key - place
        yield {
            **words,
            "id": key,
            "post_id": post,
            "author_id": 1 + key % (people - 1),
            "parent_id": key - 1 if place else None,
            "root_id": root,
            "place": place,
            "path": "".join(f"{step:06x}" for step in range(1, place + 1)),
            "reply_count": 0 if place else 9,
        }


def _tell(connection: Connection, reader: int | None, people: int) -> None:
    """News of three people each, half of it unread."""
    keys = range(1, NEWS + 1)
    news = (
        {
            "id": key,
            "user_id": reader,
            "kind": "like",
            "group_key": f"like {key}",
            "post_id": key % 1_000 + 1,
            "actor_count": 3,
            "newest_at": END,
            "read_at": END if key % 2 else None,
        }
        for key in keys
    )
    write(connection, Notification, news)
    actors = (
        {
            "notification_id": key,
            "actor_id": 1 + (key + place) % (people - 1),
            "created_at": END,
        }
        for key in keys
        for place in range(3)
    )
    write(connection, NotificationActor, actors)
