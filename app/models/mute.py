"""Somebody whom a person does not want to hear of, for a while or for good."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    CompoundSelect,
    Delete,
    Index,
    Select,
    bindparam,
    delete,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Mapped, contains_eager, relationship

from app.extensions import db
from app.models.block import Block
from app.models.columns import MaybeMoment, Moment, UserPrimaryKey, now
from app.models.rows import add_once, remove_once

if TYPE_CHECKING:
    from app.models.user import User


def lasts(until: Any) -> ColumnElement[bool]:
    """The condition of what has no end, or one to come."""
    return or_(until.is_(None), until > bindparam(None, callable_=now))


class Mute(db.Model):
    muter_id: Mapped[UserPrimaryKey]
    muted_id: Mapped[UserPrimaryKey]
    # Empty: until they are heard again by a press of the button.
    until: Mapped[MaybeMoment]
    created_at: Mapped[Moment]

    muted: Mapped[User] = relationship(foreign_keys="Mute.muted_id", lazy="raise")

    __table_args__ = (
        CheckConstraint("muter_id <> muted_id", name="nobody_mutes_themselves"),
        Index(None, "muter_id", "created_at", "muted_id"),
        Index(None, "muted_id"),
    )

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what is over."""
        return delete(cls).where(cls.until <= now())


class Muter:
    """The part of a user that does not want to hear of some others."""

    if TYPE_CHECKING:
        id: Mapped[int]

        def apart_ids(self) -> CompoundSelect[int]: ...

    def mute(self, other: User, until: datetime | None = None) -> None:
        """Hear nothing of ``other`` on lists, until then or until unmuted."""
        if self.id != other.id:
            self.unmute(other)
            add_once(Mute, muter_id=self.id, muted_id=other.id, until=until)

    def unmute(self, other: User) -> None:
        remove_once(Mute, muter_id=self.id, muted_id=other.id)

    def muted_ids(self) -> Select[int]:
        """The ids of those whom this person does not want to hear of now."""
        return select(Mute.muted_id).where(Mute.muter_id == self.id, lasts(Mute.until))

    def unheard_ids(self) -> CompoundSelect[int]:
        """The ids of those of whom no list tells this person: muted, or apart."""
        return union_all(self.muted_ids(), *self.apart_ids().selects)

    def distance_to(self, other: User) -> set[str]:
        """What this person has put between them: "mute", "block", in one query."""
        muted = self.muted_ids().where(Mute.muted_id == other.id)
        blocked = select(Block.blocked_id).where(
            Block.blocker_id == self.id, Block.blocked_id == other.id
        )
        asked = union_all(
            select(literal("mute")).where(muted.exists()),
            select(literal("block")).where(blocked.exists()),
        )
        return set(db.session.scalars(asked))

    def mutes(self) -> Select[Mute]:
        """Whom this person has muted, as rows that know until when."""
        return (
            select(Mute)
            .join(Mute.muted)
            .options(contains_eager(Mute.muted))
            .where(Mute.muter_id == self.id, lasts(Mute.until))
        )
