"""A link by which an author shows a text to whom they like, published or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sqlalchemy import ColumnElement, ForeignKey, Select, String, delete, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.lib.tokens import new_token
from app.models.columns import MaybeMoment, Moment
from app.models.rows import add_once

if TYPE_CHECKING:
    from app.models.post import Post


class Share(db.Model):
    post_id: Mapped[int] = mapped_column(
        ForeignKey("post.id", ondelete="CASCADE"), primary_key=True
    )
    # Its author has to read it again: it is kept as it is, and shows this text alone.
    token: Mapped[str] = mapped_column(String(43), unique=True)
    created_at: Mapped[Moment]

    post: Mapped[Post] = relationship(back_populates="share", lazy="raise")


class Shareable:
    """The part of a post that can be shown before it is published."""

    if TYPE_CHECKING:
        id: Mapped[int]
        share: Mapped[Share | None]
        deleted_at: Mapped[MaybeMoment]
        withheld_at: Mapped[MaybeMoment]

    @classmethod
    def shared(cls) -> Select[Self]:
        """What some link shows to whoever has it."""
        return select(cls).join(Share, Share.post_id == cls.id).where(*cls._is_there())

    @classmethod
    def shared_as(cls, token: str) -> Select[Self]:
        """What the link with this token shows, while it does."""
        return cls.shared().where(Share.token == token)

    @classmethod
    def _is_there(cls) -> tuple[ColumnElement[bool], ...]:
        return cls.deleted_at.is_(None), cls.withheld_at.is_(None)

    def show_by_link(self) -> None:
        """Make a link, unless there is one; two requests at once make one."""
        add_once(Share, post_id=self.id, token=new_token())

    def end_link(self) -> None:
        """Let the link, if there is one, show nothing any more."""
        db.session.execute(delete(Share).where(Share.post_id == self.id))
