"""A code that lets somebody in: made by a member, good for a few people and days."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Delete,
    Index,
    Select,
    String,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.lib.tokens import new_code
from app.models.columns import Key, MaybeMoment, Moment, UserKey, UTCDateTime, now
from app.models.rows import touched

if TYPE_CHECKING:
    from app.models.user import User

NOTE_LONGEST: Final = 120
#: How many invitations of one member may be good at once; admins are not counted.
LIVE_AT_ONCE: Final = 5
#: For how long one that has ended is listed, so that its maker sees what became of it.
REMEMBERED = timedelta(days=30)


class Invitation(db.Model):
    TOLD: ClassVar = ("code", "note", "places", "created_at", "expires_at")
    OWNER: ClassVar = "inviter_id"

    id: Mapped[Key]
    # Its maker has to read it again: it is kept as it is, and opens no account.
    code: Mapped[str] = mapped_column(String(32), unique=True, default=new_code)
    inviter_id: Mapped[UserKey]
    # For whom it is meant, read by its maker alone.
    note: Mapped[str] = mapped_column(String(NOTE_LONGEST), default="")
    places: Mapped[int]
    places_left: Mapped[int]
    created_at: Mapped[Moment]
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    revoked_at: Mapped[MaybeMoment]

    inviter: Mapped[User] = relationship(lazy="raise")

    __table_args__ = (
        CheckConstraint("places_left BETWEEN 0 AND places", name="known_places"),
        Index(None, "inviter_id", "created_at", "id"),
    )

    @property
    def is_live(self) -> bool:
        return (
            self.revoked_at is None and self.places_left > 0 and self.expires_at > now()
        )

    def take_place(self) -> bool:
        """Let one person in; False when the last place went to somebody else."""
        mine = update(Invitation).where(Invitation.id == self.id, *self.live())
        return touched(mine.values(places_left=Invitation.places_left - 1)) == 1

    def revoke(self) -> None:
        self.revoked_at = self.revoked_at or now()

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what ended long ago."""
        return delete(cls).where(cls.expires_at <= now() - REMEMBERED)

    @classmethod
    def live(cls) -> tuple[ColumnElement[bool], ...]:
        """What holds for those that still let somebody in."""
        return cls.revoked_at.is_(None), cls.places_left > 0, cls.expires_at > now()


class Inviter:
    """The part of a user that asks others in."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def invite(self, *, places: int, days: int, note: str = "") -> Invitation:
        """Make a code that lets in ``places`` people within ``days``."""
        invitation = Invitation(
            inviter_id=self.id,
            note=note,
            places=places,
            places_left=places,
            expires_at=now() + timedelta(days=days),
        )
        db.session.add(invitation)
        return invitation

    def may_invite_more(self) -> bool:
        """Whether one more may be about; nobody else counts theirs meanwhile."""
        me = select(type(self).id).where(type(self).id == self.id)
        db.session.execute(me.with_for_update())
        return self.live_invitation_count() < LIVE_AT_ONCE

    def live_invitation_count(self) -> int:
        """How many invitations still let somebody in."""
        live = self.invitations().where(*Invitation.live()).subquery()
        return db.session.scalar(select(func.count()).select_from(live)) or 0

    def revoke_invitations(self) -> None:
        """Take back everything that still lets somebody in."""
        live = Invitation.inviter_id == self.id, *Invitation.live()
        db.session.execute(update(Invitation).where(*live).values(revoked_at=now()))

    def invitations(self) -> Select[Invitation]:
        return select(Invitation).where(Invitation.inviter_id == self.id)
