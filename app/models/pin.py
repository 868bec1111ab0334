"""A post that its author shows first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import Moment, PostKey, UserKey
from app.models.rows import add_once, remove_once

if TYPE_CHECKING:
    from app.models.post import Post

#: How many posts somebody can pin.
MOST_PINS = 3


class Pin(db.Model):
    post_id: Mapped[PostKey] = mapped_column(primary_key=True)
    user_id: Mapped[UserKey]
    created_at: Mapped[Moment]


class Pinner:
    """The part of a user that shows some of their posts first."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def pin(self, post: Post) -> bool:
        """Show ``post`` first; False where there is no room beside the others."""
        self._lock_pins()
        self._drop_hidden(type(post))
        others = select(func.count()).where(
            Pin.user_id == self.id, Pin.post_id != post.id
        )
        has_room = (db.session.scalar(others) or 0) < MOST_PINS
        if has_room:
            add_once(Pin, post_id=post.id, user_id=self.id)
        return has_room

    def unpin(self, post: Post) -> None:
        remove_once(Pin, post_id=post.id, user_id=self.id)

    def has_pinned(self, post: Post) -> bool:
        return db.session.get(Pin, post.id) is not None

    def _lock_pins(self) -> None:
        """Of two pins at once the second waits, and counts the first."""
        cls = type(self)
        me = select(cls.id).where(cls.id == self.id)
        db.session.execute(me.with_for_update(key_share=True))

    def _drop_hidden(self, posts: type[Post]) -> None:
        """What nobody sees gives way, even if it comes back some day."""
        hidden = select(posts.id).where(
            posts.author_id == self.id,
            or_(posts.published_at.is_(None), posts.deleted_at.is_not(None)),
        )
        mine = delete(Pin).where(Pin.user_id == self.id)
        db.session.execute(mine.where(Pin.post_id.in_(hidden)))
