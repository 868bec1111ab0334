"""The address of a page of the site, and those that it had before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from sqlalchemy import ForeignKey, Select, String, or_, select, union
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib import slugs
from app.models.address import SLUG_LONGEST
from app.models.columns import MaybeMoment, Moment
from app.models.rows import add_once, remove_once

#: What stands, or may stand one day, beside the pages at ``/pages/…``.
RESERVED: Final = frozenset({"all", "autosave", "bin", "edit", "feed", "new"})
#: What people type right after the name of the site, and where they are led.
SHORT: Final = ("about", "contact", "imprint", "privacy", "terms")


class FormerPageSlug(db.Model):
    """Where a page was: it leads to the page for ever, and no other takes it."""

    slug: Mapped[str] = mapped_column(String(SLUG_LONGEST), primary_key=True)
    page_id: Mapped[int] = mapped_column(
        ForeignKey("page.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[Moment]


class PageAddressed:
    """The part of a page that is found at an address."""

    # None while it is a draft for which nobody has chosen one.
    slug: Mapped[str | None] = mapped_column(String(SLUG_LONGEST), unique=True)

    if TYPE_CHECKING:
        id: Mapped[int]
        title: Mapped[str]
        published_at: Mapped[MaybeMoment]

    def move_to(self, slug: str) -> None:
        """Be at ``slug`` from now on; what is out in the world leads there."""
        was_out = self.published_at is not None
        if slug == (self.slug or "") or (was_out and not slug):
            return
        if was_out and self.slug:
            add_once(FormerPageSlug, slug=self.slug, page_id=self.id)
        # Taken back, it is no former one.
        remove_once(FormerPageSlug, slug=slug, page_id=self.id)
        self.slug = slug or None

    def take_address(self) -> None:
        """Take the address that the title gives, where nobody has chosen one."""
        if not self.slug:
            wanted = slugs.slug_of(self.title)
            if wanted in RESERVED:
                wanted = f"{wanted}-1"
            self.slug = slugs.first_free(wanted, set(self._used_like(wanted)))

    @classmethod
    def found_at(cls, slug: str) -> Select[Self]:
        """The page that is at ``slug``, or was; also in the bin."""
        former = select(FormerPageSlug.page_id).where(FormerPageSlug.slug == slug)
        return select(cls).where(or_(cls.slug == slug, cls.id.in_(former)))

    @classmethod
    def _used_like(cls, wanted: str) -> list[str]:
        """The slugs beginning with ``wanted`` that any page has or had."""
        taken = (
            select(table.slug).where(table.slug.startswith(wanted, autoescape=True))
            for table in (cls, FormerPageSlug)
        )
        return [slug for (slug,) in db.session.execute(union(*taken)) if slug]
