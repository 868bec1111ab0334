"""One person's side of a conversation: whether they are in it, what they have seen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Select,
    Update,
    and_,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app.extensions import db
from app.models.columns import MaybeMoment, Moment, UserPrimaryKey, now

if TYPE_CHECKING:
    from app.models.conversation import Conversation
    from app.models.message import Message
    from app.models.user import User

_NEWS = text("heard_id > read_id AND left_at IS NULL")

# The number of a message, or 0: it is compared, and nothing hangs on it.
Mark = Annotated[
    int,
    mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), default=0, server_default="0"
    ),
]


class Participant(db.Model):
    TOLD: ClassVar = (
        "conversation_id",
        "joined_at",
        "left_at",
        "read_at",
        "wrote_at",
        "is_muted",
    )

    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[UserPrimaryKey]
    joined_at: Mapped[Moment]
    left_at: Mapped[MaybeMoment]
    # What was said up to here, before they left and came back, is not shown to them.
    since_id: Mapped[Mark]
    # When somebody said something that they can see, and which message it was.
    moved_at: Mapped[Moment]
    newest_id: Mapped[Mark]
    # The newest one that they would like to know of, and the newest they have seen.
    heard_id: Mapped[Mark]
    read_id: Mapped[Mark]
    read_at: Mapped[MaybeMoment]
    # When they said something last: those whom somebody has written to may answer.
    wrote_at: Mapped[MaybeMoment]
    # It is unread like any other, but calls for no attention.
    is_muted: Mapped[bool] = mapped_column(default=False)

    user: Mapped[User] = relationship(lazy="raise")
    conversation: Mapped[Conversation] = relationship(lazy="raise")
    newest: Mapped[Message | None] = relationship(
        primaryjoin="foreign(Participant.newest_id) == Message.id",
        viewonly=True,
        lazy="raise",
    )

    __table_args__ = (
        Index(None, "user_id", "moved_at", "conversation_id"),
        Index(
            "ix_participant_unread",
            "user_id",
            postgresql_where=_NEWS,
            sqlite_where=_NEWS,
        ),
    )

    @classmethod
    def is_in(cls) -> ColumnElement[bool]:
        """The condition of those who have not left."""
        return cls.left_at.is_(None)

    @classmethod
    def calls(cls) -> ColumnElement[bool]:
        """The condition of conversations that somebody is told to be unread."""
        return and_(cls.heard_id > cls.read_id, cls.is_in(), ~cls.is_muted)

    @classmethod
    def among(cls, conversation_ids: Iterable[int]) -> Select[Participant]:
        """Who takes or took part in these, with who they are."""
        return (
            select(cls)
            .join(cls.user)
            .options(contains_eager(cls.user))
            .where(cls.conversation_id.in_(conversation_ids))
            .order_by(cls.conversation_id, cls.user_id)
        )

    @classmethod
    def called_by(cls, message: Message) -> Select[int, int]:
        """Whom ``message`` calls, each with the last one that they have seen."""
        calling = select(cls.user_id, cls.read_id).where(cls.calls())
        return calling.where(
            cls.conversation_id == message.conversation_id,
            cls.heard_id == message.id,
        )

    @property
    def is_unread(self) -> bool:
        return self.heard_id > self.read_id

    def reading(self, up_to: int) -> Update:
        """The statement that notes what was seen, whatever else happens to the row."""
        cls = type(self)
        mine = update(cls).where(
            cls.conversation_id == self.conversation_id, cls.user_id == self.user_id
        )
        seen = mine.where(cls.read_id < up_to).values(read_id=up_to, read_at=now())
        return seen.execution_options(synchronize_session=False)
