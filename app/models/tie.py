"""What there is between one person and some others, asked for at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import CompoundSelect, literal, select, union_all
from sqlalchemy.orm import Mapped

from app.extensions import db
from app.models.follow import Follow
from app.models.follow_request import FollowRequest

if TYPE_CHECKING:
    from app.models.user import User


@dataclass(frozen=True)
class Ties:
    """The ids of those whom somebody follows or asks to, and who follow or ask back."""

    followed: set[int] = field(default_factory=set)
    followers: set[int] = field(default_factory=set)
    asked: set[int] = field(default_factory=set)
    askers: set[int] = field(default_factory=set)


class Tied:
    """The part of a user that sees at a glance who follows whom."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def ties_among(self, people: Iterable[User]) -> Ties:
        """What there is between this person and ``people``, in one query."""
        ties = Ties()
        ids = [person.id for person in people]
        if ids:
            for kind, person_id in db.session.execute(self._ties(ids)):
                getattr(ties, kind).add(person_id)
        return ties

    def _ties(self, ids: list[int]) -> CompoundSelect[str, int]:
        """Rows by their keys, however many followers somebody has."""
        followed = select(literal("followed"), Follow.followed_id).where(
            Follow.follower_id == self.id, Follow.followed_id.in_(ids)
        )
        followers = select(literal("followers"), Follow.follower_id).where(
            Follow.followed_id == self.id, Follow.follower_id.in_(ids)
        )
        asked = select(literal("asked"), FollowRequest.followed_id).where(
            FollowRequest.follower_id == self.id, FollowRequest.followed_id.in_(ids)
        )
        askers = select(literal("askers"), FollowRequest.follower_id).where(
            FollowRequest.followed_id == self.id, FollowRequest.follower_id.in_(ids)
        )
        return union_all(followed, followers, asked, askers)
