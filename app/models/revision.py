"""Texts that a post had: each that readers saw, and what was written over."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import (
    ColumnElement,
    Index,
    Select,
    String,
    bindparam,
    false,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column, undefer_group

from app.extensions import db
from app.lib.diff import counted, differences
from app.models.audience import PRIVATE
from app.models.columns import (
    WHOLE,
    Count,
    Key,
    LongWords,
    MaybeMoment,
    Moment,
    PostKey,
    now,
)
from app.models.notice import Noticed
from app.models.versions import Versioned, Worded


class KeptText(Worded):
    """The part of a row that is a text as it was once."""

    id: Mapped[Key]
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    summary: Mapped[str] = mapped_column(String(300))
    body: Mapped[LongWords]
    # Compared with the text before it.
    words_added: Mapped[Count]
    words_removed: Mapped[Count]
    # The number of the earlier text that this is once more.
    restored_from: Mapped[int | None]
    created_at: Mapped[Moment]
    # From when others saw it: with a scheduled post later, of a draft's text never.
    published_at: Mapped[MaybeMoment]

    def _is_of_the_same(self) -> ColumnElement[bool]:
        """The condition of all texts of what this is a text of."""
        raise NotImplementedError

    def before(self) -> Select[Self]:
        """The text that it is compared with: what readers saw, with what they saw."""
        cls = type(self)
        older = select(cls).where(self._is_of_the_same(), cls.number < self.number)
        if self.published_at is not None:
            older = older.where(cls.published_at.is_not(None))
        return (
            older.order_by(cls.number.desc()).limit(1).options(undefer_group("whole"))
        )

    def count_words(self, older: Worded | None) -> None:
        """Say how many words came and went since the text before."""
        changes = differences(older.words if older else {}, self.words)
        counts = map(counted, changes.values())
        self.words_added, self.words_removed = map(sum, zip(*counts, strict=True))


class Revision(KeptText, db.Model):
    post_id: Mapped[PostKey]

    __table_args__ = (Index(None, "post_id", "number", unique=True),)

    def _is_of_the_same(self) -> ColumnElement[bool]:
        return Revision.post_id == self.post_id


class Kept(Versioned):
    """The part of something whose texts are kept when others replace them."""

    def revisions(self) -> Select[Any]:
        """The rows of its texts, each a :class:`KeptText`."""
        raise NotImplementedError

    def _text_of_now(self, number: int) -> Any:
        """A row with the present text, not kept yet."""
        raise NotImplementedError

    @property
    def _seen_from(self) -> datetime | None:
        """From when others see the present text; None while they do not."""
        raise NotImplementedError

    def accept(
        self, words: dict[str, str], *, over: int | None, replacing: int | None = None
    ) -> None:
        if replacing == self.version and words != self.words:
            self.keep_text()
        super().accept(words, over=over, replacing=replacing)

    def restore(self, revision: KeptText) -> None:
        """Make an earlier text the present one, which is kept as well."""
        if revision.words != self.words:
            self.keep_text()
            self.revise(**revision.words)
            self.keep_text().restored_from = revision.number

    def keep_text(self) -> KeptText:
        """Keep the present text, unless it is the last that was kept."""
        db.session.flush()
        self._recall_texts()
        kept = self.revisions().options(undefer_group("whole"))
        texts = kept.column_descriptions[0]["entity"]
        newest: KeptText | None = db.session.scalar(
            kept.order_by(texts.number.desc()).limit(1)
        )
        if newest and newest.words == self.words:
            newest.published_at = newest.published_at or self._seen_from
            return newest
        return self._keep_as(newest.number + 1 if newest else 1)

    def _recall_texts(self) -> None:
        """Take back what was to appear and has not."""

    def _keep_as(self, number: int) -> KeptText:
        text: KeptText = self._text_of_now(number)
        text.count_words(db.session.scalar(text.before()))
        db.session.add(text)
        return text


class Revised(Kept, Noticed):
    """The part of a post whose texts are kept, each that was published."""

    # Whether readers may see what it said before.
    shows_history: Mapped[bool] = mapped_column(
        default=False, server_default=false(), **WHOLE
    )

    if TYPE_CHECKING:
        id: Mapped[int]

    def revisions(self) -> Select[Revision]:
        return select(Revision).where(Revision.post_id == self.id)

    def history(self) -> Select[Revision]:
        """The texts that readers have seen."""
        is_seen = Revision.published_at <= bindparam(None, callable_=now)
        return self.revisions().where(is_seen)

    def settle(self) -> None:
        super().settle()
        if self.published_at is not None and self.deleted_at is None:
            self.keep_text()
        else:
            self._recall_texts()

    def _recall_texts(self) -> None:
        """What was to appear and has not, readers will never see."""
        db.session.execute(
            update(Revision)
            .where(Revision.post_id == self.id, Revision.published_at > now())
            .values(published_at=None)
        )

    def _text_of_now(self, number: int) -> Revision:
        return Revision(
            post_id=self.id, number=number, published_at=self._seen_from, **self.words
        )

    @property
    def _seen_from(self) -> datetime | None:
        if self.published_at is None or self.visibility == PRIVATE:
            return None
        return max(self.published_at, now())
