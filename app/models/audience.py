"""Whom a post is for: everybody, whoever has its address, followers, or its author."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    false,
    literal_column,
    or_,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.models.columns import MaybeMoment, now
from app.models.standing import Limitation

if TYPE_CHECKING:
    from app.models.user import User

PUBLIC: Final = "public"
UNLISTED: Final = "unlisted"
FOLLOWERS: Final = "followers"
PRIVATE: Final = "private"
AUDIENCES: Final = (PUBLIC, UNLISTED, FOLLOWERS, PRIVATE)
#: What somebody else than the author finds without being given its address.
LISTED: Final = (PUBLIC, FOLLOWERS)
#: What is shown to everybody who has the address.
OPEN: Final = (PUBLIC, UNLISTED)

# Said as in the index of lists, word by word: else SQLite would not use it.
_PUBLIC: ColumnElement[str] = literal_column(f"'{PUBLIC}'", String)


class Shown:
    """The part of a post that is meant for some people and not for others.

    Three questions have their answers here, and nothing else answers them: what
    everybody finds, what one reader finds, what one reader may open.
    """

    visibility: Mapped[str] = mapped_column(
        String(10), default=PUBLIC, server_default=PUBLIC
    )

    if TYPE_CHECKING:
        author_id: Mapped[int]
        author: Mapped[User]
        published_at: Mapped[MaybeMoment]
        announced_at: Mapped[MaybeMoment]

        @property
        def is_published(self) -> bool: ...

        @classmethod
        def appeared(cls) -> Select[Self]: ...

        def settle(self) -> None: ...

    @classmethod
    def published(cls) -> Select[Self]:
        """What everybody finds on lists."""
        return cls.made_public().where(cls._is_unlimited())

    @classmethod
    def made_public(cls) -> Select[Self]:
        """What its author has published for everybody: to be counted, not shown."""
        return cls.appeared().where(cls.visibility == _PUBLIC)

    @classmethod
    def listed_for(cls, reader: User | None) -> Select[Self]:
        """What ``reader`` finds on any list; None is a visitor."""
        if reader is None:
            return cls.published()
        stranger = and_(cls.visibility == _PUBLIC, cls._is_unlimited())
        near = and_(cls.visibility.in_(LISTED), cls._is_near(reader))
        found = cls.appeared().where(or_(stranger, near))
        return found.where(cls._is_together_with(reader))

    @classmethod
    def open_to(cls, reader: User | None) -> Select[Self]:
        """What ``reader`` may read who knows where it is; None is a visitor."""
        by_address = cls.visibility.in_(OPEN)
        if reader is None:
            return cls.appeared().where(by_address)
        near = and_(cls.visibility == FOLLOWERS, cls._is_near(reader))
        found = cls.appeared().where(or_(by_address, cls.author_id == reader.id, near))
        return found.where(cls._is_together_with(reader))

    @classmethod
    def _is_near(cls, reader: User) -> ColumnElement[bool]:
        return or_(cls.author_id == reader.id, reader.follows(cls.author_id))

    @classmethod
    def _is_together_with(cls, reader: User) -> ColumnElement[bool]:
        return cls.author_id.not_in(reader.apart_ids())

    @classmethod
    def _is_unlimited(cls) -> ColumnElement[bool]:
        return cls.author_id.not_in(Limitation.limited_ids())

    def is_for(self, person_id: Any) -> ColumnElement[bool]:
        """The condition of the people who may read it, however they came to it."""
        if self.visibility == FOLLOWERS:
            return person_id.in_(self.author.follower_ids())
        return true() if self.is_open else false()

    @property
    def is_public(self) -> bool:
        return self.visibility == PUBLIC

    @property
    def is_open(self) -> bool:
        """Whether everybody may read it who knows where it is."""
        return self.visibility in OPEN

    def show_to(self, audience: str) -> None:
        """Be for others from now on than before, one of :data:`AUDIENCES`."""
        if audience == self.visibility:
            return
        self.visibility = audience
        if self.is_published and self.announced_at is None and audience in LISTED:
            # Nobody has come across it before: it is as new as any other.
            self.published_at = now()
        self.settle()
