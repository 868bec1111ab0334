"""What is found by its words, and keeps its entry what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import Connection, Select, event, inspect, select

from app.lib.search_text import plain
from app.lib.tags import normalized, split
from app.models.search_index import PersonEntry, PostEntry, Said, by, move, under, write


class Searched:
    """The part of a row that is found by its words."""

    ENTRY: ClassVar[type[Any]]
    #: The columns that an entry is made of.
    SEARCHED: ClassVar[Sequence[str]]

    if TYPE_CHECKING:
        id: Any

    @classmethod
    def said_by(cls, row: Any) -> Said:
        """What the entry of a row says."""
        raise NotImplementedError

    @classmethod
    def searched_rows(cls) -> Select[Any]:
        """What :meth:`said_by` is given, of all rows."""
        return select(*(getattr(cls, name) for name in ("id", *cls.SEARCHED)))


class SearchedPost(Searched):
    """The part of a post that is found by its title, its tags and its text."""

    ENTRY = PostEntry
    SEARCHED = (
        "author_id",
        "published_at",
        "title",
        "summary",
        "excerpt",
        "body_html",
        "tag_line",
        "hashtags",
    )

    @classmethod
    def said_by(cls, row: Any) -> Said:
        tags = split(f"{row.tag_line}, {row.hashtags}")
        return Said(
            key=row.id,
            at=row.published_at,
            title=row.title,
            tags=tags,
            opening=f"{row.summary}\n{row.excerpt}",
            body=f"{row.summary}\n{plain(row.body_html)}",
            marks=[by(row.author_id), *(under(normalized(tag)) for tag in tags)],
        )


class SearchedPerson(Searched):
    """The part of a person that is found by their name, handle and what they say."""

    ENTRY = PersonEntry
    SEARCHED = ("created_at", "name", "handle", "bio_html", "location")

    @classmethod
    def said_by(cls, row: Any) -> Said:
        return Said(
            key=row.id,
            at=row.created_at,
            title=row.name,
            tags=[row.handle],
            opening=row.location,
            body=plain(row.bio_html),
        )


@event.listens_for(Searched, "after_insert", propagate=True)
@event.listens_for(Searched, "after_update", propagate=True)
def _write(_mapper: Any, connection: Connection, searched: Any) -> None:
    """Say the same in the entry, whoever changes it, in the same transaction."""
    attributes = inspect(searched).attrs
    changed = {
        name for name in searched.SEARCHED if attributes[name].history.has_changes()
    }
    cls = type(searched)
    if changed == {"published_at"}:
        move(connection, cls.ENTRY, searched.id, searched.published_at)
    elif changed:
        # As the row is now: not all of its columns were loaded.
        mine = cls.searched_rows().where(cls.id == searched.id)
        said = map(cls.said_by, connection.execute(mine))
        write(connection, cls.ENTRY, said)
