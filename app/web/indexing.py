"""What is searched, made again from what it is made of."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.extensions import db
from app.models import Post, User
from app.models.search_index import key_of, write

#: They are locked meanwhile: who saves one of them just then waits for a moment.
BATCH = 100
KINDS = (Post, User)


def count_all() -> int:
    """How many rows :func:`rebuild` goes through."""
    return sum(
        db.session.scalar(select(func.count()).select_from(kind)) or 0 for kind in KINDS
    )


def rebuild(done: Callable[[int], None]) -> None:
    """Write every entry again, and commit now and then; the site goes on meanwhile.

    :param done: is told how many were written since it was told before.
    """
    for kind in KINDS:
        last: int | None = None
        while last is None or last > 0:
            rows = kind.searched_rows()
            some = rows if last is None else rows.where(kind.id < last)
            keys = _index(kind, some)
            last = min(keys, default=0)
            done(len(keys))


def index_missing(at_most: int, session: Session | None = None) -> int:
    """Write entries that are not there, the newest first; how many it were.

    :param session: of another database than the site's own.
    """
    written = 0
    for kind in KINDS:
        keys = key_of(kind.ENTRY.__table__)
        missing = kind.searched_rows().where(
            ~select(keys).where(keys == kind.id).exists()
        )
        while written < at_most and (some := _index(kind, missing, session)):
            written += len(some)
    return written


def _index(kind: Any, rows: Select[Any], session: Session | None = None) -> list[int]:
    """Write the entries of the next few of ``rows``; which they were."""
    at = session or db.session
    newest = rows.with_only_columns(kind.id).order_by(kind.id.desc()).limit(BATCH)
    keys = list(at.scalars(newest))
    # Chosen from the newest on, locked by number as all do it: so none waits for ever.
    held = rows.where(kind.id.in_(keys)).order_by(kind.id)
    held = held.with_for_update(key_share=True)
    said = [kind.said_by(row) for row in at.execute(held)]
    write(at.connection(), kind.ENTRY, said)
    at.commit()
    return keys
