"""A person whom somebody does not want to be offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Index, Select, select
from sqlalchemy.orm import Mapped, contains_eager, relationship

from app.extensions import db
from app.models.columns import Moment, UserPrimaryKey
from app.models.rows import add_once

if TYPE_CHECKING:
    from app.models.user import User


class NotNow(db.Model):
    user_id: Mapped[UserPrimaryKey]
    other_id: Mapped[UserPrimaryKey]
    created_at: Mapped[Moment]

    other: Mapped[User] = relationship(foreign_keys="NotNow.other_id", lazy="raise")

    __table_args__ = (
        CheckConstraint("user_id <> other_id", name="nobody_meets_themselves"),
        Index(None, "other_id"),
    )


class Chooser:
    """The part of a user that says whom they would not meet now."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def put_off(self, other: User) -> None:
        """Be offered this person no more."""
        if self.id != other.id:
            add_once(NotNow, user_id=self.id, other_id=other.id)

    def put_off_people(self) -> Select[NotNow]:
        """Whom this person put off, as rows that know since when."""
        return (
            select(NotNow)
            .join(NotNow.other)
            .options(contains_eager(NotNow.other))
            .where(NotNow.user_id == self.id)
        )

    def put_off_ids(self) -> Select[int]:
        return select(NotNow.other_id).where(NotNow.user_id == self.id)
