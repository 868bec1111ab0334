"""The words of posts as they are searched: an entry beside each post.

Its words were folded before, see app/lib/search_text.py: the database looks them up.
Triggers that a migration made keep an inverted index of all entries.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    column,
    delete,
    event,
    insert,
    inspect,
    table,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.search_text import plain, tokens
from app.models.columns import PostKey, Words
from app.models.post import Post

#: Which word stands in which entry; only SQLite's FTS5 knows how.
FULL_TEXT = table("post_full_text", column("rowid", Integer))

_SEARCHED = ("title", "body_html")


class PostEntry(db.Model):
    """What a post says, as words with a space between them; gone with the post."""

    post_id: Mapped[PostKey] = mapped_column(primary_key=True)
    title: Mapped[Words]
    words: Mapped[Words]


def write(connection: Connection, post: Post) -> None:
    """Write the entry of ``post`` over what was there."""
    entries: Any = PostEntry.__table__
    connection.execute(delete(entries).where(entries.c.post_id == post.id))
    connection.execute(
        insert(entries).values(
            post_id=post.id,
            title=" ".join(tokens(post.title)),
            words=" ".join(tokens(plain(post.body_html))),
        )
    )


@event.listens_for(Post, "after_insert")
@event.listens_for(Post, "after_update")
def _write(_mapper: Any, connection: Connection, post: Post) -> None:
    """Whoever changes a post changes its entry, in the same transaction."""
    attributes = inspect(post).attrs
    if any(attributes[name].history.has_changes() for name in _SEARCHED):
        write(connection, post)


def is_ours(
    _object: Any, name: str | None, _kind: str, is_there: bool, _model: Any
) -> bool:
    """Whether models know of it: the index has tables that a migration alone makes."""
    return not (is_there and (name or "").startswith(FULL_TEXT.name))
