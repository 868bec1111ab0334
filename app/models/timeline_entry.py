"""What stands on somebody's home: a row for each post, written when it is published.

A page of it costs the same whoever reads and however much is written, since it asks
nobody whom one follows (docs/decisions/0024). Whether the reader may see the post, and
wants to, is asked when it is read: a row that lags behind shows nothing it should not.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    ForeignKey,
    Index,
    event,
    inspect,
    text,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.models.columns import PostKey, UserPrimaryKey, UTCDateTime
from app.models.post import Post
from app.models.repost import Repost
from app.models.tag import Tag


def _few(column: str) -> Index:
    """An index of the few rows that say it."""
    name, where = f"ix_timeline_entry_{column}", text(f"{column} IS NOT NULL")
    return Index(name, column, postgresql_where=where, sqlite_where=where)


class TimelineEntry(db.Model):
    reader_id: Mapped[UserPrimaryKey]
    post_id: Mapped[PostKey] = mapped_column(primary_key=True, index=True)
    # When the post appeared, or was passed on.
    at: Mapped[datetime] = mapped_column(UTCDateTime)
    # What brought it, if not that the reader follows its author.
    repost_id: Mapped[int | None] = mapped_column(
        ForeignKey("repost.id", ondelete="CASCADE")
    )
    tag_id: Mapped[int | None] = mapped_column(ForeignKey("tag.id", ondelete="CASCADE"))

    post: Mapped[Post] = relationship(lazy="raise")
    repost: Mapped[Repost | None] = relationship(lazy="raise")
    tag: Mapped[Tag | None] = relationship(lazy="raise")

    __table_args__ = (
        Index(None, "reader_id", "at", "post_id"),
        _few("repost_id"),
        _few("tag_id"),
    )


@event.listens_for(Post, "after_update")
def _move(_mapper: Any, connection: Connection, post: Post) -> None:
    """A post that appears at another time than was planned stands elsewhere."""
    history: Any = inspect(post).attrs.published_at.history
    if history.has_changes() and post.published_at is not None:
        by_time = TimelineEntry.post_id == post.id, TimelineEntry.repost_id.is_(None)
        connection.execute(
            update(TimelineEntry).where(*by_time).values(at=post.published_at)
        )
