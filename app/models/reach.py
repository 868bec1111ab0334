"""Who may write to whom in private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, String, and_, exists, literal, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import WHOLE
from app.models.conversation import Conversation
from app.models.follow import Follow
from app.models.participant import Participant
from app.models.standing import Limitation

if TYPE_CHECKING:
    from app.models.user import User

EVERYONE: Final = "everyone"
FOLLOWED: Final = "followed"
NOBODY: Final = "nobody"
#: From whom somebody takes messages that answer none of theirs.
SENDERS: Final = (EVERYONE, FOLLOWED, NOBODY)


class Reachable:
    """The part of a user that others may write to, or not."""

    # Whom one follows, if nothing else is said: a stranger has to be let in once, by
    # a follow or by being written to, before they stand in somebody's hall.
    takes_messages_from: Mapped[str] = mapped_column(
        String(10), default=FOLLOWED, server_default=FOLLOWED, **WHOLE
    )

    if TYPE_CHECKING:
        id: Mapped[int]

        @classmethod
        def is_found_by(cls, reader: User | None) -> ColumnElement[bool]: ...

    @classmethod
    def takes_messages_of(cls, writer: User) -> ColumnElement[bool]:
        """The condition of those to whom ``writer`` may write.

        Whatever they chose, those whom somebody has written to may answer. Why one
        may not is nobody's business: there is one answer for all reasons.
        """
        follows = exists().where(
            Follow.follower_id == cls.id, Follow.followed_id == writer.id
        )
        is_limited = literal(writer.id).in_(Limitation.limited_ids())
        chosen = or_(
            and_(cls.takes_messages_from == EVERYONE, ~is_limited),
            and_(cls.takes_messages_from == FOLLOWED, follows),
        )
        wrote = exists().where(
            Conversation.between(writer.id, cls.id),
            Participant.conversation_id == Conversation.id,
            Participant.user_id == cls.id,
            Participant.is_in(),
            Participant.wrote_at.is_not(None),
        )
        return and_(cls.id != writer.id, cls.is_found_by(writer), or_(chosen, wrote))

    def invites(self, is_followed: bool) -> bool:
        """Whether they chose to be written to by somebody, of whom all that is known
        is whether they follow them; a page that shows a button asks no more."""
        by_follow = is_followed and self.takes_messages_from == FOLLOWED
        return by_follow or self.takes_messages_from == EVERYONE

    def may_write_to(self, other: User) -> bool:
        cls: Any = type(self)
        them = select(cls.id).where(cls.id == other.id, cls.takes_messages_of(self))
        return db.session.scalar(them) is not None
