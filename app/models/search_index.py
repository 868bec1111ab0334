"""The words of posts and people as they are searched: FTS5, or GIN on PostgreSQL.

An entry is a row beside what it tells of, written in the same transaction and gone
with it. Its words were folded before (app/lib/search_text.py): a database only looks
them up. On SQLite ``words`` is text, and triggers that a migration made keep a full
text table of it; on PostgreSQL it is the ``tsvector`` of all fields. How they are asked
stands in ``search_match``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Final

from sqlalchemy import (
    BigInteger,
    Connection,
    Integer,
    Text,
    delete,
    insert,
    update,
)
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.places import place_at
from app.lib.search_text import folded, tokens
from app.models.columns import PostKey, UserKey, Words

# Positions in a tsvector: no phrase begins in one field and ends in the next.
_GAP, _FARTHEST, _MOST_PLACES = 10, 16_383, 255
_WORDS = Text().with_variant(TSVECTOR(), "postgresql")


class Entry:
    """What all entries have: their fields, and where they stand in time."""

    #: The full text table of SQLite.
    FULL_TEXT: ClassVar[str]

    # See app/lib/places.py. Walked from the newest on, and the row of the full text.
    place: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
    )
    title: Mapped[Words]
    tags: Mapped[Words]
    opening: Mapped[Words]
    words: Mapped[str] = mapped_column(_WORDS)


class PostEntry(Entry, db.Model):
    FULL_TEXT = "post_full_text"

    # One of each: who writes an entry locks what it is of.
    post_id: Mapped[PostKey] = mapped_column(index=True, unique=True)


class PersonEntry(Entry, db.Model):
    FULL_TEXT = "person_full_text"

    user_id: Mapped[UserKey] = mapped_column(index=True, unique=True)


ENTRIES: Final = (PostEntry, PersonEntry)


def is_ours(
    _object: Any, name: str | None, _kind: str, is_there: bool, _model: Any
) -> bool:
    """Whether models know of it: a migration alone makes what looks words up."""
    own = tuple(entry.FULL_TEXT for entry in ENTRIES)
    indexes = tuple(f"ix_{entry.__tablename__}_words" for entry in ENTRIES)
    return not (is_there and (name or "").startswith((*own, *indexes)))


@dataclass(frozen=True)
class Said:
    """What an entry says, as it was written."""

    key: int
    at: datetime | None
    title: str = ""
    tags: Sequence[str] = ()
    opening: str = ""
    body: str = ""
    marks: Sequence[str] = field(default=())


#: The mark of every entry: where only what is not wanted is said, all else is found.
ANY: Final = "_"

#: The mark of a text so long that PostgreSQL lost where some of its words stand.
LONG: Final = "_long"


def titled(words: Iterable[str]) -> list[str]:
    """Words of a title, beside the same as words of anywhere.

    A word that all posts have and few titles costs what the few cost: neither database
    would find them otherwise without looking at all.
    """
    return [f"_i{word}" for word in words]


def by(author_id: int) -> str:
    """The mark of what somebody wrote; no word has such a sign in it."""
    return f"_a{author_id}"


def under(tag: str) -> str:
    """The mark of what has a tag, by its name, whatever its accents."""
    return f"_t{folded(tag)}"


def write(connection: Connection, entry: type[Any], said: Iterable[Said]) -> None:
    """Write what is ``said`` over what was; who calls it holds what it is of."""
    rows = list(said)
    erase(connection, entry, [one.key for one in rows])
    as_vector = connection.dialect.name == "postgresql"
    values = [_row(entry, one, as_vector=as_vector) for one in rows]
    if values:
        connection.execute(insert(entry.__table__), values)


def erase(connection: Connection, entry: type[Any], keys: Sequence[int]) -> None:
    table_ = entry.__table__
    connection.execute(delete(table_).where(key_of(table_).in_(keys)))


def move(
    connection: Connection, entry: type[Any], key: int, at: datetime | None
) -> None:
    """Give an entry another place in time; what it says stays."""
    table = entry.__table__
    mine = update(table).where(key_of(table) == key)
    connection.execute(mine.values(place=place_at(at, key)))


def key_of(entry: Any) -> Any:
    """The column that says what an entry is of."""
    (key,) = (column for column in entry.c if column.foreign_keys)
    return key


def _row(entry: type[Any], said: Said, *, as_vector: bool) -> dict[str, Any]:
    fields = {
        "title": tokens(said.title),
        "tags": [word for tag in said.tags for word in tokens(tag)],
        "opening": tokens(said.opening),
    }
    body, marks = tokens(said.body), (ANY, *said.marks)
    heading = titled(fields["title"])
    if as_vector:
        words = _vector([*fields.values(), heading, body], marks)
    else:
        words = " ".join([*body, *marks, *heading])
    joined = {name: " ".join(found) for name, found in fields.items()}
    key = key_of(entry.__table__).name
    return {
        key: said.key,
        "place": place_at(said.at, said.key),
        "words": words,
        **joined,
    }


def _vector(fields: Sequence[Sequence[str]], marks: Iterable[str]) -> str:
    """A ``tsvector`` as PostgreSQL writes it."""
    places: dict[str, list[str]] = {mark: [] for mark in marks}
    position = 1
    for words in fields:
        for word in words:
            places.setdefault(word, []).append(str(min(position, _FARTHEST)))
            position += 1
        position += _GAP
    if position > _FARTHEST or max(map(len, places.values())) > _MOST_PLACES:
        places[LONG] = []
    return " ".join(
        f"'{word}':{','.join(where)}" if where else f"'{word}'"
        for word, where in places.items()
    )
