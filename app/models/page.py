"""A page of the site itself: About, Terms, Privacy, written by those who run it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Self

from sqlalchemy import (
    Boolean,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    and_,
    false,
    select,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.lib import markdown
from app.models.bin import Binnable
from app.models.columns import Count, Key, LongWords, MaybeMoment, Moment, now
from app.models.page_address import PageAddressed
from app.models.page_text import Rewritten
from app.models.picture import IllustratedPage
from app.models.references import known
from app.models.working_copy import Typed

if TYPE_CHECKING:
    from app.models.user import User

TITLE_LONGEST, SUMMARY_LONGEST, BODY_LONGEST = 200, 300, 200_000


class Page(Rewritten, Binnable, IllustratedPage, PageAddressed, db.Model):
    id: Mapped[Key]
    title: Mapped[str] = mapped_column(String(TITLE_LONGEST), default="")
    summary: Mapped[str] = mapped_column(String(SUMMARY_LONGEST), default="")
    body: Mapped[LongWords]
    # As in "de"; empty: not said.
    language: Mapped[str] = mapped_column(String(12), default="")

    # What the renderer made of the body, and which version of it did.
    body_html: Mapped[LongWords]
    excerpt: Mapped[str] = mapped_column(String(400), default="")
    renderer: Mapped[Count]

    # Whether it is linked at the foot of every page, and after how many others.
    is_linked: Mapped[bool] = mapped_column(
        Boolean, default=False, server_default=false()
    )
    place: Mapped[Count]

    # Who worked on it last; nobody, when they are gone for good.
    author_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    # The sheet it was begun on: sent twice, it is still one page.
    form_key: Mapped[str | None] = mapped_column(String(36), unique=True)
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]
    # When what it says changed.
    changed_at: Mapped[Moment]
    # Goes up with every new text: the edit made in another tab is noticed.
    version: Mapped[int] = mapped_column(default=1)
    # When it was first published; and since when it is taken off the site again.
    published_at: Mapped[MaybeMoment]
    withdrawn_at: Mapped[MaybeMoment]

    author: Mapped[User | None] = relationship(lazy="raise")

    # Who works on it at this moment.
    _hands: ClassVar[int | None] = None

    __table_args__ = (
        Index(
            "ix_page_deleted_at",
            "deleted_at",
            postgresql_where=text("deleted_at IS NOT NULL"),
            sqlite_where=text("deleted_at IS NOT NULL"),
        ),
    )

    @classmethod
    def begin(
        cls, by: User, words: dict[str, str], form_key: str | None = None
    ) -> Page:
        """A new page, which nobody sees yet."""
        empty = {"title": "", "summary": "", "body": "", "language": ""}
        page = cls(form_key=form_key, working_copy=None, version=0, **empty)
        db.session.add(page)
        # What it shows is written down by its number.
        db.session.flush()
        page.is_in_hands_of(by)
        page.revise(**words)
        return page

    @classmethod
    def written_in(cls, form_key: str) -> Select[Self]:
        """The page that was begun on the sheet with this key, if any."""
        return cls.there().where(cls.form_key == form_key)

    @classmethod
    def there(cls) -> Select[Self]:
        """Drafts and published pages, as they stand at the foot."""
        here = select(cls).where(cls.deleted_at.is_(None))
        return here.order_by(cls.place, cls.title, cls.id)

    @classmethod
    def is_out(cls) -> ColumnElement[bool]:
        """The condition of what everybody may read."""
        is_promised = and_(cls.published_at.is_not(None), cls.withdrawn_at.is_(None))
        return and_(is_promised, cls.deleted_at.is_(None))

    @classmethod
    def published(cls) -> Select[Self]:
        """What everybody may read."""
        return cls.there().where(cls.is_out())

    @classmethod
    def binned(cls) -> Select[Self]:
        """What was thrown away and can be taken back."""
        kept = select(cls).where(cls.deleted_at.is_not(None))
        return kept.order_by(cls.deleted_at.desc(), cls.id)

    @property
    def is_published(self) -> bool:
        return self.is_promised and self.deleted_at is None

    @property
    def is_promised(self) -> bool:
        return self.published_at is not None and self.withdrawn_at is None

    @property
    def is_scheduled(self) -> bool:
        """Never: a page has no day of its own."""
        return False

    @property
    def path(self) -> str:
        return f"/pages/{self.slug}"

    @property
    def name(self) -> str:
        """What those who run the site know it by."""
        return self.title or self.excerpt or f"#{self.id}"

    def revise(self, *, title: str, summary: str, body: str) -> None:
        """Give the page another text; nothing happens where it is the same text."""
        if (title, summary, body) == (self.title, self.summary, self.body):
            return
        self.title, self.summary, self.body = title, summary, body
        self.author_id = self._hands or self.author_id
        self.version = (self.version or 0) + 1
        self.updated_at = self.changed_at = now()
        self.rerender()
        self.settle()

    def is_in_hands_of(self, person: User) -> None:
        """Take what is written from here on as the work of ``person``."""
        self._hands = person.id

    def put_aside(self, typed: Typed, over: int) -> None:
        self.author_id = self._hands or self.author_id
        super().put_aside(typed, over)

    def throw_away(self) -> None:
        super().throw_away()
        # Its sheet of paper is free again: what is sent from it now is another page.
        self.form_key = None

    def rerender(self) -> None:
        """Make the HTML once more from the Markdown."""
        rendered = markdown.render(self.body, look_up=known)
        self.body_html, self.excerpt = rendered.html, rendered.excerpt
        self.renderer = markdown.VERSION
        self.need(rendered.named.pictures)

    def publish(self) -> None:
        """Let everybody read it, at an address of its own."""
        self.take_address()
        if not self.is_promised:
            self.changed_at = now()
        self.published_at = self.published_at or now()
        self.withdrawn_at = None
        self.settle()

    def withdraw(self) -> None:
        """Take it off the site; it goes on as a draft."""
        if self.is_promised:
            self.withdrawn_at = now()

    def settle(self) -> None:
        """Keep what everybody reads from now on."""
        if self.is_published:
            self.keep_text()

    @property
    def _seen_from(self) -> datetime | None:
        return now() if self.is_published else None
