"""Texts that a page of the site had, and the one that is typed over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.extensions import db
from app.models.revision import Kept, KeptText
from app.models.working_copy import Changeable, PutAside

if TYPE_CHECKING:
    from app.models.user import User


class PageText(KeptText, db.Model):
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id", ondelete="CASCADE"))
    # Who wrote it; nobody, when they are gone for good.
    author_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )

    author: Mapped[User | None] = relationship(lazy="raise")

    __table_args__ = (Index(None, "page_id", "number", unique=True),)

    def _is_of_the_same(self) -> ColumnElement[bool]:
        return PageText.page_id == self.page_id


class PageCopy(PutAside, db.Model):
    """One for each page, whoever of those who run the site goes on with it."""

    page_id: Mapped[int] = mapped_column(
        ForeignKey("page.id", ondelete="CASCADE"), primary_key=True
    )


class Rewritten(Kept, Changeable):
    """The part of a page whose texts are kept, and may wait to be seen."""

    if TYPE_CHECKING:
        id: Mapped[int]
        author_id: Mapped[int | None]

    @declared_attr
    def working_copy(cls) -> Mapped[PageCopy | None]:
        return relationship(
            lazy="raise", cascade="all, delete-orphan", passive_deletes=True
        )

    def revisions(self) -> Select[PageText]:
        return select(PageText).where(PageText.page_id == self.id)

    def _text_of_now(self, number: int) -> PageText:
        return PageText(
            page_id=self.id,
            number=number,
            author_id=self.author_id,
            published_at=self._seen_from,
            **self.words,
        )

    def _empty_copy(self) -> PageCopy:
        return PageCopy()
