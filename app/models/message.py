"""What somebody says in a conversation."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import (
    CompoundSelect,
    ForeignKey,
    Index,
    Select,
    String,
    UniqueConstraint,
    Update,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from app.extensions import db
from app.lib.plaintext import one_line, shortened
from app.models.columns import Key, MaybeMoment, Moment, Words, now
from app.models.matter import Reportable

if TYPE_CHECKING:
    from app.models.user import User

MESSAGE_LONGEST, LINE_LONGEST = 5_000, 140
#: For how long the words of what was taken back are kept, for moderators alone.
TAKEN_BACK_KEPT = timedelta(days=30)


class Message(Reportable, db.Model):
    matter_kind = "message"

    id: Mapped[Key]
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversation.id", ondelete="CASCADE")
    )
    # Empty: somebody who is gone for good. What they said stays with the others.
    author_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    body: Mapped[Words]
    body_html: Mapped[Words]
    # The sheet it was written on: sent twice, it is still one message.
    form_key: Mapped[str | None] = mapped_column(String(36))
    created_at: Mapped[Moment]
    # When its author took it back.
    deleted_at: Mapped[MaybeMoment]

    author: Mapped[User | None] = relationship(lazy="raise")

    __table_args__ = (
        UniqueConstraint("author_id", "form_key"),
        Index(None, "conversation_id", "created_at", "id"),
        Index(None, "deleted_at"),
    )

    @property
    def is_taken_back(self) -> bool:
        return self.deleted_at is not None

    @property
    def line(self) -> str:
        """How it begins, on one line."""
        return shortened(one_line(self.body), LINE_LONGEST)

    @property
    def matter_words(self) -> str:
        return self.body

    def take_back(self) -> None:
        """Show it to nobody any more; that there was one stays to be seen."""
        self.deleted_at = self.deleted_at or now()

    def around(self, few: int) -> Select[Message]:
        """The message with a ``few`` before and after it, the oldest first.

        For moderators: nothing else of a conversation is theirs to read.
        """
        beside = select(Message.id).where(
            Message.conversation_id == self.conversation_id
        )
        before = beside.where(Message.id <= self.id).order_by(Message.id.desc())
        after = beside.where(Message.id > self.id).order_by(Message.id)
        near: CompoundSelect[int] = union_all(
            select(before.limit(few + 1).subquery().c.id),
            select(after.limit(few).subquery().c.id),
        )
        found = select(Message).where(Message.id.in_(near)).order_by(Message.id)
        return found.options(joinedload(Message.author))

    @classmethod
    def forgetting(cls) -> Update:
        """The statement that drops the words of what was taken back long ago."""
        old = update(cls).where(cls.deleted_at < now() - TAKEN_BACK_KEPT)
        return old.where(cls.body != "").values(body="", body_html="")
