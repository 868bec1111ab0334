"""The moment from which others can read a post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Mapped

from app import events
from app.extensions import db
from app.lib import slugs
from app.models.columns import MaybeMoment, now

if TYPE_CHECKING:
    from app.models.user import User


class Publishable:
    """The part of a post that is a draft until its author publishes it."""

    # Empty: a draft. In the future: it appears by itself when the time comes.
    published_at: Mapped[MaybeMoment]
    # When its readers first saw another text than before.
    edited_at: Mapped[MaybeMoment]

    if TYPE_CHECKING:
        id: Mapped[int]
        slug: Mapped[str]
        title: Mapped[str]
        author: Mapped[User]
        author_id: Mapped[int]
        deleted_at: Mapped[MaybeMoment]
        withheld_at: Mapped[MaybeMoment]

    @classmethod
    def published(cls) -> Select[Self]:
        # The moment is asked when the query runs: a select may be built once and kept.
        return select(cls).where(
            cls.published_at <= bindparam(None, callable_=now),
            cls.deleted_at.is_(None),
            cls.withheld_at.is_(None),
        )

    @classmethod
    def drafts_of(cls, author: User) -> Select[Self]:
        return select(cls).where(
            cls.author_id == author.id,
            cls.published_at.is_(None),
            cls.deleted_at.is_(None),
            # Nobody who is away reads their drafts; it lets the index be used.
            cls.withheld_at.is_(None),
        )

    @property
    def is_published(self) -> bool:
        return self.published_at is not None and self.published_at <= now()

    def publish(self) -> None:
        if self.published_at is None:
            self.slug = self._free_slug()
            self.published_at = now()
            self.author.post_count = type(self.author).post_count + 1
            events.post_published.send(self)

    def _free_slug(self) -> str:
        """The slug of the title; with a number, where this author used it before."""
        if not self.title:
            return self.slug
        wanted, cls = slugs.slug_of(self.title), type(self)
        used = set(
            db.session.scalars(
                select(cls.slug).where(
                    cls.author_id == self.author_id,
                    cls.slug.startswith(wanted, autoescape=True),
                )
            )
        )
        numbered = (f"{wanted}-{number}" for number in range(2, len(used) + 3))
        return next(slug for slug in (wanted, *numbered) if slug not in used)
