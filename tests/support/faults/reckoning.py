"""What the database has to say after a fault, compared with what people were told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sqlalchemy import func, inspect, or_, select, text

from app.extensions import db
from app.jobs import THREADS
from app.models import (
    Account,
    Comment,
    Follow,
    Like,
    Message,
    Outbox,
    Post,
    User,
)
from app.models.columns import now
from app.models.post_count import recount_posts
from app.models.tally import Tallied, recount
from tests.support.faults.deeds import Deed
from tests.support.faults.load import Load
from tests.support.smtp import PostOffice

_WRITTEN = {"post": Post, "draft": Post, "comment": Comment, "message": Message}


def faults_after(load: Load, office: PostOffice, killed: int) -> list[str]:
    """What is not as people were told, once nothing waits in the outbox.

    :param killed: how many times a worker of jobs was ended in the middle.
    """
    return [
        *_of_words(load.deeds),
        *_of_switches(load.deeds),
        *_of_newcomers(load.deeds, office, killed),
        *_of_outbox(),
        *_of_counters(),
        *_of_database(),
    ]


def waiting() -> int:
    """How many rows of the outbox are due, or wait for their next try."""
    is_at_hand = or_(Outbox.due_at <= now(), Outbox.attempts > 0)
    rows = Outbox.waiting().where(is_at_hand)
    count = db.session.scalar(select(func.count()).select_from(rows.subquery()))
    # Who asks again and again would keep SQLite's lock from the worker.
    db.session.rollback()
    return count or 0


def _of_words(deeds: Iterable[Deed]) -> Iterator[str]:
    """Each text is there once; where nobody was told, once or not at all."""
    for kind, table in _WRITTEN.items():
        bodies = db.session.scalars(select(table.body)).all()
        times = Counter(body.partition(" ")[0] for body in bodies)
        for deed in deeds:
            found = times[deed.mark]
            if deed.kind == kind and found != 1 and (found or deed.is_acknowledged):
                yield f"{kind} {deed.mark} is there {found} times: {_story(deed)}"


def _of_switches(deeds: Iterable[Deed]) -> Iterator[str]:
    """A like and a follow are as the last answer said."""
    numbers = dict(db.session.execute(select(User.handle, User.id)).all())
    liked = select(Like.user_id, Post.author_id).join(Post, Post.id == Like.post_id)
    first = liked.where(Post.slug == "the-harbour")
    ties = select(Follow.follower_id, Follow.followed_id)
    there = {
        "like": set(map(tuple, db.session.execute(first))),
        "follow": set(map(tuple, db.session.execute(ties))),
    }
    last = {(d.kind, d.by, d.mark): d for d in deeds if d.kind in there}
    for (kind, by, other), deed in last.items():
        is_there = (numbers[by], numbers[other]) in there[kind]
        if deed.is_acknowledged and is_there != deed.is_on:
            yield f"{kind} of {other} by {by} is {is_there}: {_story(deed)}"


def _of_newcomers(
    deeds: Iterable[Deed], office: PostOffice, killed: int
) -> Iterator[str]:
    """Who joined has one account and their letter; hardly anybody has it twice."""
    known = Counter(db.session.scalars(select(Account.email)))
    letters = Counter(office.readers)
    for deed in deeds:
        if deed.kind != "join":
            continue
        address = deed.fields["email"]
        if deed.is_acknowledged and known[address] != 1:
            yield f"{address} has {known[address]} accounts: {_story(deed)}"
        if known[address] and not letters[address]:
            yield f"{address} was sent no letter"
    ids = [str(letter["Message-ID"]) for letter in office.letters]
    doubles = len(ids) - len(set(ids))
    if doubles > killed * THREADS:
        yield f"{doubles} letters were sent twice, though only {killed} workers died"


def _of_outbox() -> Iterator[str]:
    if left := waiting():
        yield f"{left} rows still wait in the outbox"
    failed = select(Outbox.kind, Outbox.last_error).where(Outbox.failed_at.is_not(None))
    yield from (f"outbox: {kind}: {why}" for kind, why in db.session.execute(failed))


def _of_counters() -> Iterator[str]:
    """The commands that repair counters find nothing to repair."""
    before = _counters()
    for table in Tallied.__subclasses__():
        recount(table)
    recount_posts(User)
    after = _counters()
    db.session.rollback()
    for place, count in before.items():
        if after[place] != count:
            yield f"{' '.join(map(str, place))} was {count}, not {after[place]}"


def _counters() -> dict[tuple[str, str, int], int]:
    found = {}
    for name in ("user", "post", "comment"):
        table = db.metadata.tables[name]
        columns = [c for c in table.columns if c.name.endswith("_count")]
        for row in db.session.execute(select(table.c.id, *columns)):
            for column, count in zip(columns, row[1:], strict=True):
                found[name, column.name, row[0]] = count
    return found


def _of_database() -> Iterator[str]:
    """What the database says of itself: its pages, its keys."""
    if db.engine.dialect.name == "sqlite":
        for check in ("integrity_check", "foreign_key_check"):
            for row in db.session.execute(text(f"PRAGMA {check}")):
                if tuple(row) != ("ok",):
                    yield f"{check}: {tuple(row)}"
        return
    db.session.execute(text("CREATE EXTENSION IF NOT EXISTS amcheck"))
    for table in inspect(db.engine).get_table_names():
        named = {"name": f'"{table}"'}
        damage = text("SELECT msg FROM verify_heapam(CAST(:name AS regclass))")
        yield from (f"{table}: {msg}" for msg in db.session.scalars(damage, named))
    # It raises where an index does not fit its table.
    db.session.execute(
        text(
            "SELECT bt_index_check(indexrelid, true) FROM pg_index "
            "JOIN pg_class c ON c.oid = indexrelid JOIN pg_am a ON a.oid = c.relam "
            "WHERE amname = 'btree' AND c.relnamespace = 'public'::regnamespace"
        )
    )
    db.session.rollback()


def _story(deed: Deed) -> str:
    told = f"answered {deed.status}" if deed.status else "never answered"
    return f"{told} after {deed.tries} tries ({', '.join(deed.failures)})"
