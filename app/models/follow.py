"""One person follows another."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Index,
    Select,
    exists,
    select,
)
from sqlalchemy.orm import Mapped, contains_eager, relationship

from app import events
from app.extensions import db
from app.models.columns import Count, Moment, UserPrimaryKey
from app.models.rows import add_once, remove_once
from app.models.tally import Tallied, Tally

if TYPE_CHECKING:
    from app.models.user import User


class Follow(Tallied, db.Model):
    follower_id: Mapped[UserPrimaryKey]
    followed_id: Mapped[UserPrimaryKey]
    created_at: Mapped[Moment]

    follower: Mapped[User] = relationship(
        foreign_keys="Follow.follower_id", lazy="raise"
    )
    followed: Mapped[User] = relationship(
        foreign_keys="Follow.followed_id", lazy="raise"
    )

    TALLIES = (
        Tally("follower_count", of="followed_id", by="follower_id"),
        Tally("following_count", of="follower_id", by="followed_id"),
    )
    __table_args__ = (
        CheckConstraint("follower_id <> followed_id", name="nobody_follows_themselves"),
        Index(None, "follower_id", "created_at", "followed_id"),
        Index(None, "followed_id", "created_at", "follower_id"),
    )


class Follower:
    """The part of a user that follows others."""

    following_count: Mapped[Count]

    if TYPE_CHECKING:
        id: Mapped[int]

        @classmethod
        def is_here(cls) -> ColumnElement[bool]: ...

    def follow(self, other: User) -> None:
        if self.id != other.id and add_once(
            Follow, follower_id=self.id, followed_id=other.id
        ):
            self.following_count = type(self).following_count + 1
            other.follower_count = type(other).follower_count + 1
            events.user_followed.send(self, followed=other)

    def unfollow(self, other: User, away: Collection[int] = ()) -> None:
        """Follow no longer; the rows of who is ``away`` are counted nowhere."""
        if remove_once(Follow, follower_id=self.id, followed_id=other.id):
            if other.id not in away:
                self.following_count = type(self).following_count - 1
            if self.id not in away:
                other.follower_count = type(other).follower_count - 1
            events.taken_back.send(self, told_id=other.id, kind="follow")
            events.user_unfollowed.send(self, followed=other)

    def is_following(self, other: User) -> bool:
        return db.session.get(Follow, (self.id, other.id)) is not None

    def follows(self, person_id: Any) -> ColumnElement[bool]:
        """The condition of what belongs to somebody whom this person follows."""
        return exists().where(
            Follow.follower_id == self.id, Follow.followed_id == person_id
        )

    def following(self) -> Select[Follow]:
        """Whom this person follows, as rows that know since when."""
        return (
            select(Follow)
            .join(Follow.followed)
            .options(contains_eager(Follow.followed))
            .where(Follow.follower_id == self.id, type(self).is_here())
        )

    def followed_ids(self) -> Select[int]:
        return select(Follow.followed_id).where(Follow.follower_id == self.id)


class Followed:
    """The part of a user that others follow."""

    follower_count: Mapped[Count]

    if TYPE_CHECKING:
        id: Mapped[int]

        @classmethod
        def is_here(cls) -> ColumnElement[bool]: ...

    def followers(self) -> Select[Follow]:
        """Who follows this person, as rows that know since when."""
        return (
            select(Follow)
            .join(Follow.follower)
            .options(contains_eager(Follow.follower))
            .where(Follow.followed_id == self.id, type(self).is_here())
        )

    def follower_ids(self) -> Select[int]:
        return select(Follow.follower_id).where(Follow.followed_id == self.id)
