"""How many rows a list has: counted once for as long as nothing changes."""

from typing import Any, Final

from flask import current_app
from sqlalchemy import Select

from app.extensions import cache, db

#: A number beyond this is as old as :data:`SECONDS` at most, whatever changes.
EXACT: Final = 10_000
#: And any other, where what changes is nothing that visitors see: a mute, a scheduled
#: post that appears.
SECONDS: Final = 60


def kept_count(query: Select[int], asked: dict[str, Any]) -> int:
    """How many rows ``query`` counts.

    A page of a list reads twenty rows of an index, its number all of them.

    :param query: built once, so that it is known again.
    :param asked: what it is executed with.
    """
    edition = current_app.extensions["edition"].now()
    key = f"count {id(query)} {sorted(asked.items())}"
    known: tuple[int | None, int] | None = cache.get(key)
    if known and (known[1] > EXACT or known[0] == edition is not None):
        return known[1]
    count = db.session.scalar(query, asked) or 0
    cache.set(key, (edition, count), timeout=SECONDS)
    return count
