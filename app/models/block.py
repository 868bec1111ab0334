"""Two people who are apart: one of them wants nothing to do with the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sqlalchemy import (
    CheckConstraint,
    CompoundSelect,
    Index,
    Select,
    and_,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Mapped, contains_eager, relationship

from app import events
from app.extensions import db
from app.models.columns import Moment, UserPrimaryKey
from app.models.rows import add_once, remove_once

if TYPE_CHECKING:
    from app.models.user import User


class Block(db.Model):
    blocker_id: Mapped[UserPrimaryKey]
    blocked_id: Mapped[UserPrimaryKey]
    created_at: Mapped[Moment]

    blocked: Mapped[User] = relationship(foreign_keys="Block.blocked_id", lazy="raise")

    __table_args__ = (
        CheckConstraint("blocker_id <> blocked_id", name="nobody_blocks_themselves"),
        Index(None, "blocker_id", "created_at", "blocked_id"),
        # Both ways are asked for on every page: neither looks into the table.
        Index(None, "blocked_id", "blocker_id"),
    )


class Blocker:
    """The part of a user that is apart from others, whoever of the two wanted it."""

    if TYPE_CHECKING:
        id: Mapped[int]

        def unfollow(self, other: User) -> None: ...

    def block(self, other: User) -> None:
        """Be apart from ``other`` from now on; nobody tells them."""
        if self.id != other.id and add_once(
            Block, blocker_id=self.id, blocked_id=other.id
        ):
            self.unfollow(other)
            other.unfollow(cast("User", self))
            events.user_blocked.send(self, blocked=other)

    def unblock(self, other: User) -> None:
        remove_once(Block, blocker_id=self.id, blocked_id=other.id)

    def has_blocked(self, other: User) -> bool:
        return db.session.get(Block, (self.id, other.id)) is not None

    def is_apart_from(self, other: User) -> bool:
        """Whether one of the two has blocked the other, in one query."""
        mine = and_(Block.blocker_id == self.id, Block.blocked_id == other.id)
        theirs = and_(Block.blocker_id == other.id, Block.blocked_id == self.id)
        found = select(Block.blocker_id).where(or_(mine, theirs)).limit(1)
        return db.session.scalar(found) is not None

    def apart_ids(self) -> CompoundSelect[int]:
        """The ids of all whom this person has blocked, or who have blocked them."""
        return union_all(
            select(Block.blocked_id).where(Block.blocker_id == self.id),
            select(Block.blocker_id).where(Block.blocked_id == self.id),
        )

    def blocks(self) -> Select[Block]:
        """Whom this person has blocked, as rows that know since when."""
        return (
            select(Block)
            .join(Block.blocked)
            .options(contains_eager(Block.blocked))
            .where(Block.blocker_id == self.id)
        )
