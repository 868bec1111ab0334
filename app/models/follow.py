"""One person follows another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Index,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, aliased, contains_eager, relationship

from app import events
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

        @classmethod
        def is_here(cls) -> ColumnElement[bool]: ...

    def follow(self, other: User) -> None:
        if self.id != other.id and add_once(
            Follow, follower_id=self.id, followed_id=other.id
        ):
            self.following_count = type(self).following_count + 1
            other.follower_count = type(other).follower_count + 1
            events.user_followed.send(self, followed=other)

    def unfollow(self, other: User) -> None:
        if remove_once(Follow, follower_id=self.id, followed_id=other.id):
            self.following_count = type(self).following_count - 1
            other.follower_count = type(other).follower_count - 1

    def is_following(self, other: User) -> bool:
        return db.session.get(Follow, (self.id, other.id)) is not None

    def follows(self, person_id: Any) -> ColumnElement[bool]:
        """The condition of what belongs to somebody whom this person follows."""
        return exists().where(
            Follow.follower_id == self.id, Follow.followed_id == person_id
        )

    def ties_with(self, other: User) -> set[int]:
        """The ids of those of the two who follow the other one, in one query."""
        mine = and_(Follow.follower_id == self.id, Follow.followed_id == other.id)
        theirs = and_(Follow.follower_id == other.id, Follow.followed_id == self.id)
        # Two rows by their keys, however many followers somebody has.
        return set(
            db.session.scalars(select(Follow.follower_id).where(or_(mine, theirs)))
        )

    def followed_among(self, people: Iterable[User]) -> set[int]:
        """The ids of those of ``people`` whom this person follows, in one query."""
        ids = [person.id for person in people]
        return set(
            db.session.scalars(self.followed_ids().where(Follow.followed_id.in_(ids)))
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


def recount_follows(people: type[User]) -> None:
    """Set both counters of everybody to what the rows say of those who are here."""
    other = aliased(people)
    counted = (
        select(func.count()).select_from(Follow).where(other.withheld_at.is_(None))
    )
    following = counted.join(other, other.id == Follow.followed_id).where(
        Follow.follower_id == people.id
    )
    followers = counted.join(other, other.id == Follow.follower_id).where(
        Follow.followed_id == people.id
    )
    db.session.execute(
        update(people).values(
            following_count=following.scalar_subquery(),
            follower_count=followers.scalar_subquery(),
        )
    )
