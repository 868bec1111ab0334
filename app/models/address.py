"""The address of a post, which may change, and those that it had before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sqlalchemy import CompoundSelect, Select, String, or_, select, union
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib import slugs
from app.models.columns import MaybeMoment, Moment, PostKey, UserPrimaryKey
from app.models.rows import add_once, remove_once

SLUG_LONGEST = slugs.LONGEST + 20


class FormerSlug(db.Model):
    """Where a post was: it leads to the post for ever, and no other takes it."""

    author_id: Mapped[UserPrimaryKey]
    slug: Mapped[str] = mapped_column(String(SLUG_LONGEST), primary_key=True)
    post_id: Mapped[PostKey] = mapped_column(index=True)
    created_at: Mapped[Moment]

    @classmethod
    def all_of(cls, author_id: int) -> Select[int, str]:
        """Every former address of somebody's posts, each with its post."""
        mine = select(cls.post_id, cls.slug).where(cls.author_id == author_id)
        return mine.order_by(cls.created_at)


class Addressed:
    """The part of a post that is found at an address."""

    slug: Mapped[str] = mapped_column(String(SLUG_LONGEST))

    if TYPE_CHECKING:
        id: Mapped[int]
        title: Mapped[str]
        author_id: Mapped[int]
        announced_at: Mapped[MaybeMoment]

        @property
        def is_published(self) -> bool: ...

    @property
    def address(self) -> str:
        """The slug that the title gave or the author chose; empty for a random one."""
        return "" if slugs.is_random(self.slug) else self.slug

    def move_to(self, slug: str) -> None:
        """Be at ``slug`` from now on; what is out in the world leads there.

        An empty one leaves a draft without an address until it is published, and
        everything else where it is.
        """
        is_out = self.is_published or self.announced_at is not None
        if slug == self.address or (is_out and not slug):
            return
        if is_out:
            add_once(
                FormerSlug, author_id=self.author_id, slug=self.slug, post_id=self.id
            )
        # Taken back, it is no former one.
        remove_once(FormerSlug, author_id=self.author_id, slug=slug, post_id=self.id)
        self.slug = slug or slugs.random_slug()

    def take_address(self) -> None:
        """Take the address that the title gives, where the author chose none."""
        if self.title and slugs.is_random(self.slug):
            wanted = slugs.slug_of(self.title)
            used = set(db.session.scalars(self._used_like(wanted)))
            self.slug = slugs.first_free(wanted, used)

    @classmethod
    def found_at(cls, author_id: int, slug: str) -> Select[Self]:
        """The posts of one author that are at ``slug``, or were."""
        former = select(FormerSlug.post_id).where(
            FormerSlug.author_id == author_id, FormerSlug.slug == slug
        )
        return select(cls).where(
            cls.author_id == author_id, or_(cls.slug == slug, cls.id.in_(former))
        )

    def _used_like(self, wanted: str) -> CompoundSelect[str]:
        """The slugs beginning with ``wanted`` that this author has used elsewhere."""
        cls = type(self)
        taken = [
            select(table.slug).where(
                table.author_id == self.author_id,
                table.slug.startswith(wanted, autoescape=True),
                key != self.id,
            )
            for table, key in ((cls, cls.id), (FormerSlug, FormerSlug.post_id))
        ]
        return union(*taken)
