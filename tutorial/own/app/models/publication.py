"""The moment from which others can read a post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped

from app.extensions import db
from app.lib import slugs
from app.models.columns import MaybeMoment, now

if TYPE_CHECKING:
    from app.models.user import User


class Publishable:
    """The part of a post that is a draft until its author publishes it."""

    # Empty: a draft.
    published_at: Mapped[MaybeMoment]

    if TYPE_CHECKING:
        author_id: Mapped[int]
        slug: Mapped[str]
        title: Mapped[str]

    @classmethod
    def published(cls) -> Select[Self]:
        """What everybody may read; every list begins with this."""
        return select(cls).where(cls.published_at.is_not(None))

    @classmethod
    def drafts_of(cls, author: User) -> Select[Self]:
        return select(cls).where(cls.author_id == author.id, cls.published_at.is_(None))

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    def publish(self) -> None:
        """Let everybody read it; its address comes from its title, and stays."""
        if self.is_published:
            return
        self.slug = self._free_slug()
        self.published_at = now()

    def _free_slug(self) -> str:
        """The slug of the title; with a number, where this author used it before."""
        if not self.title:
            return self.slug
        cls = type(self)
        used = select(cls.slug).where(cls.author_id == self.author_id)
        wanted = slugs.slug_of(self.title)
        return slugs.first_free(wanted, set(db.session.scalars(used)))
