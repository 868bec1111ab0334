"""What somebody finds when they look what is new: as it may be seen by now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    ScalarSelect,
    Select,
    Update,
    delete,
    func,
    literal,
    or_,
    select,
    tuple_,
    union_all,
    update,
)
from sqlalchemy.orm import contains_eager, joinedload

from app.models.columns import now
from app.models.comment import Comment
from app.models.counting import Counting
from app.models.matter import Matter
from app.models.moderation_act import ModerationAct
from app.models.notification import (
    OFFICIAL,
    WORDED,
    Notification,
    NotificationActor,
)
from app.models.post import Post
from app.models.user import User
from app.models.whoever import WHOEVER

#: How many of a group are named.
NAMED = 3
#: More than these are not counted: 99+ says enough.
COUNTED = 100


def of(reader: User, shelf: str = "") -> Select[Notification]:
    """What ``reader`` was told of, on one shelf or on all but the one set aside."""
    told = _told(select(Notification), reader).where(lies_on(shelf))
    return told.options(
        contains_eager(Notification.post).joinedload(Post.author),
        contains_eager(Notification.comment),
        joinedload(Notification.act)
        .joinedload(ModerationAct.matter)
        .joinedload(Matter.post)
        .joinedload(Post.author),
    )


@cache
def unread() -> Select[int]:
    """How many things are news to the reader, up to :data:`COUNTED`.

    To be executed with a ``reader_id``: every page asks it.
    """
    some = _told(select(Notification.id), WHOEVER).where(Notification.is_news())
    return select(func.count()).select_from(some.limit(COUNTED).subquery())


def since(reader: User, moment: datetime | None) -> Select[Notification]:
    """What is news to ``reader`` and came later than ``moment``."""
    fresh = of(reader).where(Notification.is_news())
    return fresh.where(Notification.newest_at > moment) if moment else fresh


def lies_on(shelf: str) -> ColumnElement[bool]:
    return Notification.shelf == shelf if shelf else Notification.is_listed()


def faces(reader: User, groups: Sequence[Notification]) -> Select[Any]:
    """Who did it, of each group the last few whom ``reader`` may hear of."""
    ids = [group.id for group in groups]
    latest = union_all(
        *(
            select(
                Notification.id.label("group"),
                _did(reader, place).label("actor"),
                literal(place).label("place"),
            ).where(Notification.id.in_(ids))
            for place in range(NAMED)
        )
    ).subquery()
    people = select(latest.c.group, User).join(User, User.id == latest.c.actor)
    return people.order_by(latest.c.place)


def reading(
    reader: User, shelf: str, until: datetime, after: Notification | None = None
) -> Update:
    """The statement that notes what a page has shown as read, if it was not.

    What nobody may see any more lies among it, and is no news either.

    :param until: when the newest of the page came.
    :param after: the last of the page, where more follows.
    """
    place = Notification.newest_at, Notification.id
    noted = (
        update(Notification)
        .where(Notification.user_id == reader.id, Notification.read_at.is_(None))
        .where(lies_on(shelf), Notification.newest_at <= until)
        .values(read_at=now())
        .execution_options(synchronize_session=False)
    )
    if after is not None:
        noted = noted.where(tuple_(*place) >= tuple_(after.newest_at, after.id))
    return noted


def _told(query: Select[Any], reader: User) -> Select[Any]:
    """Those whose words can be read, and that somebody did who may be heard of."""
    is_open: Any = Post.open_to(reader).whereclause
    words = func.coalesce(Comment.filter_text, Post.filter_text)
    told = query.outerjoin(Notification.post).outerjoin(Notification.comment)
    return told.where(
        Notification.user_id == reader.id,
        or_(Notification.post_id.is_(None), is_open),
        or_(Notification.comment_id.is_(None), Comment.stands()),
        or_(Notification.kind.not_in(WORDED), ~reader.is_deaf_to(words)),
        or_(Notification.kind.in_(OFFICIAL), _did(reader, 0).is_not(None)),
    )


def _did(reader: User, place: int) -> ScalarSelect[int]:
    """Who did it, the last one at place 0; of a group of thousands it reads a few."""
    return (
        select(NotificationActor.actor_id)
        .join(NotificationActor.actor)
        .where(
            NotificationActor.notification_id == Notification.id,
            User.is_found_by(reader),
            User.id.not_in(reader.muted_ids()),
        )
        .order_by(
            NotificationActor.created_at.desc(), NotificationActor.actor_id.desc()
        )
        .limit(1)
        .offset(place)
        .correlate(Notification)
        .scalar_subquery()
    )


def actor_countings() -> Iterator[Counting]:
    """How many people are in every group that people are in."""
    groups = Notification.__table__.c
    counted = select(func.count()).where(NotificationActor.notification_id == groups.id)
    by_some = groups.kind.not_in(OFFICIAL)
    yield Counting(groups.id, groups.actor_count, counted.scalar_subquery(), by_some)


def removal_of_empty() -> Delete:
    """The statement that removes groups of nobody."""
    by_some = Notification.kind.not_in(OFFICIAL)
    return delete(Notification).where(by_some, Notification.actor_count < 1)
