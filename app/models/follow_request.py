"""Somebody asks to follow a person who says yes or no first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Index,
    Row,
    Select,
    delete,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app import events
from app.extensions import db
from app.models.columns import Moment, UserPrimaryKey, UTCDateTime, now
from app.models.follow import Follow, Followed, Follower
from app.models.rows import add_once, remove_once

if TYPE_CHECKING:
    from app.models.user import User

#: More than these are not counted one by one.
MOST_COUNTED = 99


class FollowRequest(db.Model):
    follower_id: Mapped[UserPrimaryKey]
    followed_id: Mapped[UserPrimaryKey]
    created_at: Mapped[Moment]

    follower: Mapped[User] = relationship(
        foreign_keys="FollowRequest.follower_id", lazy="raise"
    )
    followed: Mapped[User] = relationship(
        foreign_keys="FollowRequest.followed_id", lazy="raise"
    )

    __table_args__ = (
        CheckConstraint("follower_id <> followed_id", name="nobody_asks_themselves"),
        Index(None, "follower_id", "created_at", "followed_id"),
        Index(None, "followed_id", "created_at", "follower_id"),
    )


class Asker(Follower):
    """The part of a user that follows others, and asks where they wish to be asked."""

    if TYPE_CHECKING:
        id: Mapped[int]

        def is_apart_from(self, other: User) -> bool: ...

    def follow(self, other: User) -> None:
        """Follow somebody, or ask them; nothing where one left, or keeps apart."""
        them = met(self, other) if self.id != other.id else None
        if not them or self.is_apart_from(other):
            return
        if not them.is_locked:
            super().follow(other)
        elif not self.is_following(other) and add_once(
            FollowRequest, follower_id=self.id, followed_id=other.id
        ):
            events.follow_requested.send(self, followed=other)

    def unfollow(self, other: User, _away: Collection[int] = ()) -> None:
        """Follow somebody no longer, and ask them no longer."""
        away = {row.id for row in held(self, other) if row.withheld_at}
        super().unfollow(other, away)
        if remove_once(FollowRequest, follower_id=self.id, followed_id=other.id):
            events.taken_back.send(self, told_id=other.id, kind="follow_request")

    def has_asked(self, other: User) -> bool:
        return db.session.get(FollowRequest, (self.id, other.id)) is not None

    def asked(self) -> Select[FollowRequest]:
        """Whom this person waits for, as rows that know since when."""
        return (
            select(FollowRequest)
            .join(FollowRequest.followed)
            .options(contains_eager(FollowRequest.followed))
            .where(FollowRequest.follower_id == self.id, type(self).is_here())
        )


class Asked(Followed):
    """The part of a user that may want to be asked before others follow."""

    is_locked: Mapped[bool] = mapped_column(default=False, server_default=false())

    if TYPE_CHECKING:
        id: Mapped[int]
        following_count: Mapped[int]

        @classmethod
        def is_here(cls) -> ColumnElement[bool]: ...

    def requests(self) -> Select[FollowRequest]:
        """Who waits for an answer, as rows that know since when."""
        return (
            select(FollowRequest)
            .join(FollowRequest.follower)
            .options(contains_eager(FollowRequest.follower))
            .where(FollowRequest.followed_id == self.id, type(self).is_here())
        )

    def request_count(self) -> int:
        """How many wait for an answer; one more than ``MOST_COUNTED`` for many."""
        waiting = self.requests().with_only_columns(FollowRequest.follower_id)
        some = waiting.limit(MOST_COUNTED + 1).subquery()
        return db.session.scalar(select(func.count()).select_from(some)) or 0

    def accept(self, follower: User) -> bool:
        """Say yes; False where there is nothing to answer any more."""
        # Who is away stays on the list, and is found there again.
        if not (met(self, follower) and self._answer(follower)):
            return False
        Follower.follow(follower, cast("User", self))
        events.follow_accepted.send(self, follower=follower)
        return True

    def refuse(self, follower: User) -> bool:
        """Say no; False where there is nothing to answer any more."""
        met(self, follower)
        is_first = self._answer(follower)
        if is_first:
            events.taken_back.send(follower, told_id=self.id, kind="follow_request")
        return is_first

    def send_away(self, follower: User) -> None:
        """Be followed by somebody no longer; nobody tells them."""
        follower.unfollow(cast("User", self))

    def lock(self) -> None:
        """Be asked from now on; whoever follows already goes on."""
        db.session.refresh(self, ["is_locked"], with_for_update={"key_share": True})
        self.is_locked = True

    def unlock(self) -> int:
        """Be asked no longer: all who wait follow now. How many of them are here.

        They may be many: whoever hears of it tells them later.
        """
        self._hold_all_who_wait()
        # Another tab may have changed it since this request began.
        db.session.refresh(self, ["is_locked"])
        self.is_locked = False
        moment = now()
        let_in = self._take_all_in(moment)
        if let_in:
            events.all_let_in.send(self, moment=moment)
        return let_in

    def let_in_at(self, moment: datetime, after: int, most: int) -> Sequence[User]:
        """Who was let in then and still follows, in the order of their ids."""
        cls: Any = type(self)
        those = Follow.followed_id == self.id, Follow.created_at == moment
        found = select(cls).join(Follow, Follow.follower_id == cls.id).where(*those)
        found = found.where(cls.id > after, cls.is_here()).order_by(cls.id)
        return db.session.scalars(found.limit(most)).all()

    def tell_let_in(self, follower: User) -> None:
        """Have everybody hear that ``follower`` was let in with others."""
        events.user_followed.send(follower, followed=self)
        events.follow_accepted.send(self, follower=follower)

    def _answer(self, follower: User) -> bool:
        return remove_once(FollowRequest, follower_id=follower.id, followed_id=self.id)

    def _asking(self) -> Select[int]:
        """The ids of all who wait, here or away."""
        return select(FollowRequest.follower_id).where(
            FollowRequest.followed_id == self.id
        )

    def _hold_all_who_wait(self) -> None:
        """Nobody of them, nor this person, is changed by others until this is done."""
        cls: Any = type(self)
        all_of_them = or_(cls.id == self.id, cls.id.in_(self._asking()))
        held = select(cls.id).where(all_of_them).order_by(cls.id)
        db.session.execute(held.with_for_update(key_share=True))

    def _take_all_in(self, moment: datetime) -> int:
        """Make followers of many at once. How many of them are here.

        Who is away is counted as a follower on coming back; they follow one more now.
        """
        cls: Any = type(self)
        pairs = self._asking().add_columns(
            literal(self.id), literal(moment, UTCDateTime)
        )
        columns = ("follower_id", "followed_id", "created_at")
        db.session.execute(insert(Follow).from_select(columns, pairs))
        those = cls.id.in_(self._asking())
        more = update(cls).where(those).values(following_count=cls.following_count + 1)
        db.session.execute(more.execution_options(synchronize_session=False))
        here = select(func.count()).where(those, cls.is_here())
        counted = db.session.scalar(here) or 0
        self.follower_count = cls.follower_count + counted
        answered = delete(FollowRequest).where(FollowRequest.followed_id == self.id)
        db.session.execute(answered)
        return counted


def met(one: Any, other: Any) -> Row[Any] | None:
    """What ``other`` wants now, if both are here; see :func:`held`."""
    rows = held(one, other)
    is_away = any(row.withheld_at for row in rows)
    return None if is_away else {row.id: row for row in rows}.get(other.id)


def held(one: Any, other: Any) -> Sequence[Row[Any]]:
    """What both want now, and whether they are away; it stays so until this is done.

    Their rows are held, always in the same order: of two requests about the same two
    people the second waits for the first, and sees what it did.
    """
    people = type(one)
    both = select(people.id, people.is_locked, people.withheld_at)
    both = both.where(people.id.in_((one.id, other.id))).order_by(people.id)
    return db.session.execute(both.with_for_update(key_share=True)).all()
