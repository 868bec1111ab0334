"""Somebody follows a tag, whoever writes under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Select, func, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app import events
from app.extensions import db
from app.models.columns import Moment, UserPrimaryKey
from app.models.rows import add_once, remove_once

if TYPE_CHECKING:
    from app.models.tag import Tag

#: How many tags somebody can follow: each is looked up for every timeline.
MOST_TAGS = 100


class TagFollow(db.Model):
    user_id: Mapped[UserPrimaryKey]
    tag_id: Mapped[int] = mapped_column(
        ForeignKey("tag.id", ondelete="CASCADE"), primary_key=True
    )
    created_at: Mapped[Moment]

    tag: Mapped[Tag] = relationship(lazy="raise")

    __table_args__ = (
        Index(None, "user_id", "created_at", "tag_id"),
        Index(None, "tag_id"),
    )


class TagFollower:
    """The part of a user that follows tags."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def follow_tag(self, tag: Tag) -> bool:
        """Find its posts at home; False where there is no room for one more."""
        self._lock_tags()
        others = self.followed_tag_ids().where(TagFollow.tag_id != tag.id).subquery()
        count = db.session.scalar(select(func.count()).select_from(others)) or 0
        if count >= MOST_TAGS:
            return False
        if add_once(TagFollow, user_id=self.id, tag_id=tag.id):
            events.tag_followed.send(self, tag=tag)
        return True

    def unfollow_tag(self, tag: Tag) -> None:
        if remove_once(TagFollow, user_id=self.id, tag_id=tag.id):
            events.tag_unfollowed.send(self, tag=tag)

    def is_following_tag(self, tag: Tag) -> bool:
        return db.session.get(TagFollow, (self.id, tag.id)) is not None

    def followed_tags(self) -> Select[TagFollow]:
        """The tags that this person follows, as rows that know since when."""
        return (
            select(TagFollow)
            .join(TagFollow.tag)
            .options(contains_eager(TagFollow.tag))
            .where(TagFollow.user_id == self.id)
        )

    def followed_tag_ids(self) -> Select[int]:
        return select(TagFollow.tag_id).where(TagFollow.user_id == self.id)

    def _lock_tags(self) -> None:
        """Of two at once the second waits, and counts the first."""
        cls = type(self)
        me = select(cls.id).where(cls.id == self.id)
        db.session.execute(me.with_for_update(key_share=True))
