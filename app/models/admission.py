"""How somebody came in: at once, by an invitation, or after they asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from sqlalchemy import ForeignKey, Index, Select, String, func, select
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app import events
from app.extensions import db
from app.models.columns import MaybeMoment, Moment, UserPrimaryKey, now
from app.models.rows import remove_once

if TYPE_CHECKING:
    from app.models.user import User

REASON_LONGEST: Final = 500
#: More than this wait for nobody: whoever comes then is asked to come back later.
BACKLOG: Final = 200


class JoinRequest(db.Model):
    TOLD: ClassVar = ("reason", "created_at")

    user_id: Mapped[UserPrimaryKey]
    reason: Mapped[str] = mapped_column(String(REASON_LONGEST))
    created_at: Mapped[Moment]

    user: Mapped[User] = relationship(lazy="raise")

    __table_args__ = (Index(None, "created_at", "user_id"),)

    @classmethod
    def count(cls) -> Select[int]:
        return select(func.count()).select_from(cls)

    def answer(self) -> bool:
        """Take it off the list; False when somebody else has answered it meanwhile."""
        return remove_once(JoinRequest, user_id=self.user_id)


class Admitted:
    """The part of an account that was let in, or waits to be."""

    # Empty: somebody has to say yes first, and until then it signs in nobody.
    approved_at: Mapped[MaybeMoment]
    invited_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )

    if TYPE_CHECKING:
        user: Mapped[User]

    @declared_attr
    def invited_by(cls) -> Mapped[User | None]:
        return relationship(foreign_keys="Account.invited_by_id", lazy="raise")

    @property
    def is_approved(self) -> bool:
        return self.approved_at is not None

    def approve(self) -> None:
        """Let its person in: from now on others see them."""
        self.approved_at, self.user.withheld_at = now(), None
        events.user_joined.send(self.user)

    def come_by(self, inviter: User) -> None:
        """Remember who has invited them, and tell whoever wants to hear of it."""
        self.invited_by_id = inviter.id
        events.invitation_accepted.send(inviter, guest=self.user)

    def wait(self, reason: str) -> None:
        """Ask to be let in; until then nobody else sees that there is such a person."""
        self.user.withheld_at = now()
        db.session.add(JoinRequest(user=self.user, reason=reason))
