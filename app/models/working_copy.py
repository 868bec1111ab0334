"""What somebody has typed over a post that others have, and has not given them yet."""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.extensions import db
from app.lib.pictures import names_in
from app.lib.tokens import new_form_key
from app.models.columns import MaybeMoment, Moment, UserKey, now

# Each field of the sheet by its name, with all that was sent under that name.
Typed = dict[str, list[str]]
WORDS = ("title", "summary", "body")


class PutAside:
    """The part of a row that is what somebody has typed over something."""

    typed: Mapped[Typed] = mapped_column(JSON)
    # The version that it was begun over.
    over: Mapped[int]
    # Another with every save, so that the copy of another tab is noticed. No counter:
    # thrown away and begun again, it would come by the same numbers.
    stamp: Mapped[str] = mapped_column(String(36))
    saved_at: Mapped[Moment]

    @property
    def words(self) -> dict[str, str]:
        """The text itself, as it was typed."""
        return {name: "".join(self.typed.get(name, ())) for name in WORDS}


class WorkingCopy(PutAside, db.Model):
    TOLD = ("post_id", "typed", "saved_at")

    post_id: Mapped[int] = mapped_column(
        ForeignKey("post.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[UserKey]


class Changeable:
    """The part of something that may be changed without anybody seeing it yet."""

    if TYPE_CHECKING:
        id: Mapped[int]
        version: Mapped[int]
        working_copy: Any
        updated_at: Mapped[datetime]

        def need(self, names: frozenset[str]) -> None: ...

    @property
    def is_promised(self) -> bool:
        """Whether others have it, or will at a time that is set."""
        raise NotImplementedError

    def _empty_copy(self) -> Any:
        """A :class:`PutAside` of it, with nothing on it yet."""
        raise NotImplementedError

    def put_aside(self, typed: Typed, over: int) -> None:
        """Keep what is meant to replace the text of version ``over`` one day."""
        copy = self.working_copy or self._empty_copy()
        copy.typed, copy.over = typed, over
        copy.stamp, copy.saved_at = new_form_key(), now()
        self.working_copy, self.updated_at = copy, copy.saved_at
        # Else a picture that only this text shows, or its cover, would go after a day.
        shown = names_in(*chain.from_iterable(typed.values()))
        self.need(shown.union(typed.get("cover_name", ())) - {""})

    def drop_working_copy(self) -> None:
        self.working_copy = None


class Promised(Changeable):
    """The part of a post that may be changed without anybody seeing it yet."""

    if TYPE_CHECKING:
        author_id: Mapped[int]
        published_at: Mapped[MaybeMoment]

    @declared_attr
    def working_copy(cls) -> Mapped[WorkingCopy | None]:
        return relationship(
            lazy="raise", cascade="all, delete-orphan", passive_deletes=True
        )

    @property
    def is_promised(self) -> bool:
        return self.published_at is not None

    def _empty_copy(self) -> WorkingCopy:
        return WorkingCopy(user_id=self.author_id)
