"""One person follows another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Index, Select, select
from sqlalchemy.orm import Mapped, contains_eager, relationship

from app import events  #: 17
from app.extensions import db
from app.models.columns import Count, Moment, UserPrimaryKey
from app.models.rows import add_once, remove_once

if TYPE_CHECKING:
    from app.models.user import User


class Follow(db.Model):
    follower_id: Mapped[UserPrimaryKey]
    followed_id: Mapped[UserPrimaryKey]
    created_at: Mapped[Moment]

    follower: Mapped[User] = relationship(
        foreign_keys="Follow.follower_id", lazy="raise"
    )
    followed: Mapped[User] = relationship(
        foreign_keys="Follow.followed_id", lazy="raise"
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

    def follow(self, other: User) -> None:
        if self.id != other.id and add_once(
            Follow, follower_id=self.id, followed_id=other.id
        ):
            self.following_count = type(self).following_count + 1
            other.follower_count = type(other).follower_count + 1
            events.user_followed.send(self, followed=other)  #: 17

    def unfollow(self, other: User) -> None:
        if remove_once(Follow, follower_id=self.id, followed_id=other.id):
            self.following_count = type(self).following_count - 1
            other.follower_count = type(other).follower_count - 1

    def following(self) -> Select[Follow]:
        """Whom this person follows, as rows that know since when."""
        return (
            select(Follow)
            .join(Follow.followed)
            .options(contains_eager(Follow.followed))
            .where(Follow.follower_id == self.id)
        )

    def followed_ids(self) -> Select[int]:
        return select(Follow.followed_id).where(Follow.follower_id == self.id)

    def followed_among(self, people: Iterable[User]) -> set[int]:
        """The ids of those of ``people`` whom this person follows, in one query."""
        ids = [person.id for person in people]
        asked = self.followed_ids().where(Follow.followed_id.in_(ids))
        return set(db.session.scalars(asked))


class Followed:
    """The part of a user that others follow."""

    follower_count: Mapped[Count]

    if TYPE_CHECKING:
        id: Mapped[int]

    def followers(self) -> Select[Follow]:
        """Who follows this person, as rows that know since when."""
        return (
            select(Follow)
            .join(Follow.follower)
            .options(contains_eager(Follow.follower))
            .where(Follow.followed_id == self.id)
        )
