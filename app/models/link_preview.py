"""What the pages say of themselves that people link to, asked once for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import ColumnElement, Select, String, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.link_cards import SITE_LONGEST, SUMMARY_LONGEST, TITLE_LONGEST
from app.lib.markdown import LinkCard
from app.lib.tokens import digest
from app.models.columns import Moment, Words, now

#: A page is asked again after that long, and one that said nothing after a day.
KNOWN, UNKNOWN = timedelta(days=30), timedelta(days=1)


class LinkPreview(db.Model):
    # An address is longer than what an index takes: its digest is looked up.
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    address: Mapped[Words]
    # Empty: the page could not be read, or says nothing of itself.
    title: Mapped[str] = mapped_column(String(TITLE_LONGEST), default="")
    summary: Mapped[str] = mapped_column(String(SUMMARY_LONGEST), default="")
    site: Mapped[str] = mapped_column(String(SITE_LONGEST), default="")
    read_at: Mapped[Moment]

    @classmethod
    def of(cls, addresses: Iterable[str]) -> Select[LinkPreview]:
        return select(cls).where(cls.key.in_([digest(one) for one in addresses]))

    @classmethod
    def cards(cls, addresses: Iterable[str]) -> Select[LinkPreview]:
        """Of what can be shown of ``addresses``."""
        return cls.of(addresses).where(cls.title != "")

    @classmethod
    def fresh(cls, addresses: Iterable[str]) -> Select[str]:
        """Those of ``addresses`` that need not be asked again yet."""
        return cls.of(addresses).where(cls._is_fresh()).with_only_columns(cls.address)

    @classmethod
    def remember(cls, address: str, card: LinkCard | None) -> None:
        """Note what a page said, or that it said nothing.

        What a page said once is kept where it says nothing any more.
        """
        row = db.session.get(cls, digest(address))
        if row is None:
            row = cls(key=digest(address), address=address)
            db.session.add(row)
        if card is not None:
            row.title, row.summary, row.site = card.title, card.summary, card.site
        row.read_at = now()

    @property
    def card(self) -> LinkCard:
        return LinkCard(self.address, self.title, self.summary, self.site)

    @classmethod
    def _is_fresh(cls) -> ColumnElement[bool]:
        present = now()
        return or_(
            cls.read_at > present - UNKNOWN,
            (cls.title != "") & (cls.read_at > present - KNOWN),
        )
