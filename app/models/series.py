"""Posts that belong together, in the order that their author gives them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import (
    Function,
    Select,
    String,
    UniqueConstraint,
    delete,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.extensions import db
from app.lib import slugs
from app.models.columns import Key, Moment, PostKey, SeriesKey, UserKey
from app.models.rows import add_once, remove_once

if TYPE_CHECKING:
    from app.models.post import Post

SERIES_TITLE_LONGEST, SERIES_SUMMARY_LONGEST = 120, 500
#: How many posts a series has room for: its page names them all.
MOST_PARTS = 200


class Series(db.Model):
    id: Mapped[Key]
    author_id: Mapped[UserKey]
    # Stays when the title changes: links to it are out in the world.
    slug: Mapped[str] = mapped_column(String(slugs.LONGEST + 20))
    title: Mapped[str] = mapped_column(String(SERIES_TITLE_LONGEST))
    summary: Mapped[str] = mapped_column(String(SERIES_SUMMARY_LONGEST), default="")
    created_at: Mapped[Moment]

    __table_args__ = (UniqueConstraint("author_id", "slug"),)

    def has_room_for(self, post: Post | None) -> bool:
        """Whether ``post`` can be one more part, or is one already."""
        self._lock()
        count = db.session.scalar(self._said(func.count())) or 0
        return count < MOST_PARTS or (post is not None and self._has(post))

    def append(self, post: Post) -> None:
        """Make ``post`` the last part, and part of no other series."""
        self._lock()
        if not self._has(post):
            remove_once(SeriesPart, post_id=post.id)
            place = 1 + (db.session.scalar(self._said(func.max(SeriesPart.place))) or 0)
            add_once(SeriesPart, post_id=post.id, series_id=self.id, place=place)

    def remove(self, post: Post) -> None:
        """Let ``post`` be part of it no longer."""
        remove_once(SeriesPart, post_id=post.id, series_id=self.id)

    def move(self, post: Post, by: int) -> None:
        """Let ``post`` trade places with the part before (-1) or after it (+1)."""
        self._lock()
        seen = self._parts().where(SeriesPart.post.has(deleted_at=None))
        parts = list(db.session.scalars(seen.order_by(SeriesPart.place)))
        here = next((n for n, part in enumerate(parts) if part.post_id == post.id), -1)
        if here >= 0 and 0 <= here + by < len(parts):
            _trade(parts[here], parts[here + by])

    def arrange(self, post_ids: Sequence[int]) -> None:
        """Have these posts in this order, and no others but what lies in the bin."""
        self._lock()
        binned = self._parts().where(~SeriesPart.post.has(deleted_at=None))
        unseen = [part.post_id for part in db.session.scalars(binned)]
        keys = list(dict.fromkeys([*post_ids, *unseen]))
        here = SeriesPart.series_id == self.id
        db.session.execute(
            delete(SeriesPart).where(or_(here, SeriesPart.post_id.in_(keys)))
        )
        db.session.add_all(
            SeriesPart(post_id=key, series_id=self.id, place=place)
            for place, key in enumerate(keys, 1)
        )
        db.session.flush()

    def _parts(self) -> Select[SeriesPart]:
        return select(SeriesPart).where(SeriesPart.series_id == self.id)

    def _has(self, post: Post) -> bool:
        mine = self._parts().where(SeriesPart.post_id == post.id)
        return db.session.scalar(mine) is not None

    def _said(self, number: Function[int]) -> Select[int]:
        return select(number).where(SeriesPart.series_id == self.id)

    def _lock(self) -> None:
        """Of two changes at once the second waits, and sees what the first did."""
        me = select(Series.id).where(Series.id == self.id)
        db.session.execute(me.with_for_update(key_share=True))


class SeriesPart(db.Model):
    post_id: Mapped[PostKey] = mapped_column(primary_key=True)
    series_id: Mapped[SeriesKey]
    # Counts up; who leaves makes a gap that nobody sees.
    place: Mapped[int]

    post: Mapped[Post] = relationship(lazy="raise")

    __table_args__ = (UniqueConstraint("series_id", "place"),)


class Continued:
    """The part of a post that stands in a series."""

    @declared_attr
    def part(cls) -> Mapped[SeriesPart | None]:
        return relationship("SeriesPart", uselist=False, viewonly=True, lazy="raise")


class Serialist:
    """The part of a user that puts posts into series."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def series(self) -> Select[Series]:
        """All of theirs, the newest first."""
        return (
            select(Series)
            .where(Series.author_id == self.id)
            .order_by(Series.created_at.desc(), Series.id.desc())
        )

    def parts_of_all(self) -> Select[int, str, int]:
        """The posts in all of their series, each with its title and place."""
        mine = select(SeriesPart.post_id, Series.title, SeriesPart.place).join(Series)
        return mine.where(Series.author_id == self.id)

    def series_sizes(self) -> Select[Series, int]:
        """All of theirs, each with how many posts it has outside the bin."""
        kept = SeriesPart.post.has(deleted_at=None)
        parts = select(func.count()).where(SeriesPart.series_id == Series.id, kept)
        return self.series().add_columns(parts.scalar_subquery())

    def series_called(self, title: str) -> Series:
        """The series with this title; it begins here if there is none."""
        # Of two that begin it at once the second waits, and finds it.
        self._lock_series()
        known = db.session.scalar(self.series().where(Series.title == title))
        return known or self.begin_series(title)

    def begin_series(self, title: str, summary: str = "") -> Series:
        """Begin one, whatever the others are called."""
        self._lock_series()
        series = Series(
            author_id=self.id,
            slug=self._series_slug(title),
            title=title,
            summary=summary,
        )
        db.session.add(series)
        db.session.flush()
        return series

    def series_with(self, post: Post) -> Select[Series]:
        """The one that ``post`` is part of, if any."""
        return self.series().join(SeriesPart).where(SeriesPart.post_id == post.id)

    def take_out(self, post: Post) -> None:
        """Let ``post`` be part of no series."""
        remove_once(SeriesPart, post_id=post.id)

    def _lock_series(self) -> None:
        me = select(type(self).id).where(type(self).id == self.id)
        db.session.execute(me.with_for_update(key_share=True))

    def _series_slug(self, title: str) -> str:
        wanted = slugs.slug_of(title)
        mine = select(Series.slug).where(Series.author_id == self.id)
        used = db.session.scalars(
            mine.where(Series.slug.startswith(wanted, autoescape=True))
        )
        return slugs.first_free(wanted, set(used))


def _trade(one: SeriesPart, other: SeriesPart) -> None:
    """Two rows are never in one place, not even in between."""
    places = one.place, other.place
    one.place = 0
    db.session.flush()
    other.place = places[0]
    db.session.flush()
    one.place = places[1]
