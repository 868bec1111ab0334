"""When somebody was last at a post: what was said since is new to them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import CompoundSelect, Executable, Select, func, select
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import Moment, PostKey, UserPrimaryKey, now
from app.models.comment import Comment
from app.models.rows import replacing

if TYPE_CHECKING:
    from app.models.post import Post

#: More that is new is not counted: it is many.
MOST_NEWS = 100


class Visit(db.Model):
    TOLD: ClassVar = ("post_id", "seen_at")

    user_id: Mapped[UserPrimaryKey]
    post_id: Mapped[PostKey] = mapped_column(primary_key=True, index=True)
    seen_at: Mapped[Moment]


class Returner:
    """The part of a user that comes back to see what others have said."""

    if TYPE_CHECKING:
        id: Mapped[int]

        def unheard_ids(self) -> CompoundSelect[int]: ...

    def news_below(self, post: Post) -> Select[datetime, int]:
        """When they were last at ``post``, and how much was said by others since."""
        since = (
            select(Comment.id)
            .where(
                Comment.post_id == post.id,
                Comment.created_at > Visit.seen_at,
                Comment.author_id != self.id,
                Comment.author_id.not_in(self.unheard_ids()),
                Comment.stands(),
            )
            .limit(MOST_NEWS)
            .correlate(Visit)
            .subquery()
        )
        count = select(func.count()).select_from(since).correlate(Visit)
        return select(Visit.seen_at, count.scalar_subquery()).where(
            Visit.user_id == self.id, Visit.post_id == post.id
        )

    def seeing(self, post: Post) -> Executable:
        """The statement that notes that they have seen what is below ``post``."""
        return replacing(Visit, {"user_id": self.id, "post_id": post.id}, seen_at=now())
