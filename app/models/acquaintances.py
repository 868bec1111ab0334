"""People worth meeting: whom the people one follows follow."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CTE, Select, Subquery, func, literal, select
from sqlalchemy.orm import aliased

from app.models.columns import UTCDateTime
from app.models.follow import Follow
from app.models.follow_request import FollowRequest
from app.models.standing import Limitation
from app.models.user import User

OFFERED = 20
# However many one follows, and however many they do: so many of the newest are looked
# at, 100 times 100 rows of one index; the best of them are asked who they are.
NEAR, THEIRS, SHORTLIST = 100, 100, 200

_EVER = literal(datetime(1970, 1, 1, tzinfo=UTC), UTCDateTime)


def worth_meeting(reader: User) -> Select[User, User, int]:
    """Whom to offer, one of those whom ``reader`` follows who do, and how many do.

    The most shared come first. Nobody is named as the way to them who keeps to
    themself whom they follow.
    """
    shared, way = _shared(reader), aliased(User)
    offered: Select[Any] = (
        select(User, way, shared.c.links)
        .join(shared, shared.c.id == User.id)
        .join(way, way.id == shared.c.way_id)
        .where(
            User.is_found_by(reader),
            User.is_suggested,
            User.id.not_in(_waited_for(reader)),
            User.id.not_in(reader.put_off_ids()),
            User.id.not_in(reader.muted_ids()),
            User.id.not_in(Limitation.limited_ids()),
        )
    )
    return offered.order_by(shared.c.links.desc(), User.id.desc()).limit(OFFERED)


def _shared(reader: User) -> Subquery:
    """The ids of those whom the most follow, with how many and one of them."""
    near, links = _near(reader), func.count().label("links")
    return (
        select(
            Follow.followed_id.label("id"),
            links,
            func.max(Follow.follower_id).label("way_id"),
        )
        .join(near, near.c.id == Follow.follower_id)
        .where(
            Follow.created_at >= near.c.since,
            Follow.followed_id != reader.id,
            Follow.followed_id.not_in(reader.followed_ids()),
        )
        .group_by(Follow.followed_id)
        .order_by(links.desc(), Follow.followed_id.desc())
        .limit(SHORTLIST)
        .subquery()
    )


def _near(reader: User) -> CTE:
    """Whom the reader followed last, each with since when their follows count."""
    theirs = aliased(Follow)
    oldest = (
        select(theirs.created_at)
        .where(theirs.follower_id == Follow.followed_id)
        .order_by(theirs.created_at.desc())
        .offset(THEIRS - 1)
        .limit(1)
        .correlate(Follow)
        .scalar_subquery()
    )
    return (
        select(
            Follow.followed_id.label("id"), func.coalesce(oldest, _EVER).label("since")
        )
        .join(User, User.id == Follow.followed_id)
        .where(Follow.follower_id == reader.id, User.is_here(), ~User.hides_counts)
        .where(Follow.followed_id.not_in(reader.muted_ids()))
        .order_by(Follow.created_at.desc(), Follow.followed_id.desc())
        .limit(NEAR)
        .cte("near")
    )


def _waited_for(reader: User) -> Select[int]:
    return select(FollowRequest.followed_id).where(
        FollowRequest.follower_id == reader.id
    )
