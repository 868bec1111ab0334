"""Words and tags that somebody does not want to read of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import (
    ColumnElement,
    Delete,
    Index,
    Select,
    String,
    UniqueConstraint,
    delete,
    func,
    literal,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.word_filters import pattern_of, words_of
from app.models.columns import Key, MaybeMoment, Moment, UserKey, Words, now
from app.models.mute import lasts
from app.models.rows import add_once

LONGEST = 80
#: So many has a person; each costs a little on every list.
MOST = 100


class MutedWord(db.Model):
    TOLD: ClassVar = ("word", "until", "created_at")

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    # As it was typed, and as it is found: see app/lib/word_filters.py.
    word: Mapped[str] = mapped_column(String(LONGEST))
    pattern: Mapped[str] = mapped_column(String(2 * LONGEST))
    until: Mapped[MaybeMoment]
    created_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("user_id", "pattern"),
        Index(None, "user_id", "created_at", "id"),
    )

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what is over."""
        return delete(cls).where(cls.until <= now())


class WordMuter:
    """The part of a user that does not want to read of some things."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def mute_word(self, word: str, until: datetime | None = None) -> bool:
        """Hear no more of ``word``, or a tag; False where there is room for no other.

        :raises ValueError: when no letter or digit is in it.
        """
        pattern = pattern_of(word)
        if not pattern:
            raise ValueError("nothing that a text could have in it")
        again = delete(MutedWord).where(
            MutedWord.user_id == self.id, MutedWord.pattern == pattern
        )
        db.session.execute(again)
        mine = select(func.count()).where(MutedWord.user_id == self.id)
        if (db.session.scalar(mine) or 0) >= MOST:
            return False
        add_once(
            MutedWord, user_id=self.id, word=word.strip(), pattern=pattern, until=until
        )
        return True

    def muted_words(self) -> Select[MutedWord]:
        return select(MutedWord).where(
            MutedWord.user_id == self.id, lasts(MutedWord.until)
        )

    def is_deaf_to(self, text: Any) -> ColumnElement[bool]:
        """The condition of a text, as :func:`words_of` has it, with a muted word."""
        # No word has a sign in it that LIKE would read as another.
        found = text.like(literal("%") + MutedWord.pattern + literal("%"))
        mine = self.muted_words().with_only_columns(MutedWord.id)
        return mine.where(found).exists()


class Filtered:
    """The part of a text that is compared with what a reader has muted."""

    filter_text: Mapped[Words] = mapped_column(
        server_default="", deferred=True, deferred_group="whole"
    )

    def filter_by(self, words: Mapping[str, str], tags: Iterable[str]) -> None:
        """Keep what is compared of these ``words``, by their names, and ``tags``."""
        self.filter_text = words_of(" ".join(words.values()), tags)
