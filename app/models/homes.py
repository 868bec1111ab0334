"""What somebody finds at home."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from app.models.post import Post
from app.models.repost import Repost
from app.models.timeline_entry import TimelineEntry
from app.models.timelines import heard
from app.models.user import User
from app.models.whoever import WHOEVER


@cache
def home() -> Select[TimelineEntry]:
    """What came to the reader, each with what brought it: page it by its moment.

    To be executed with a ``reader_id``.
    """
    for_them = heard(Post.listed_for(WHOEVER), WHOEVER).whereclause
    assert for_them is not None
    passed_on = and_(User.is_here(), Repost.user_id.not_in(WHOEVER.unheard_ids()))
    return (
        select(TimelineEntry)
        .join(TimelineEntry.post)
        .outerjoin(TimelineEntry.repost)
        .outerjoin(Repost.user)
        .where(TimelineEntry.reader_id == WHOEVER.id, for_them)
        .where(or_(TimelineEntry.repost_id.is_(None), passed_on))
        .options(
            contains_eager(TimelineEntry.post).joinedload(Post.author, innerjoin=True),
            contains_eager(TimelineEntry.repost).contains_eager(Repost.user),
            joinedload(TimelineEntry.tag),
        )
    )
