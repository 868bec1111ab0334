"""Whom a post is for: everybody, whoever has its address, followers, or its author."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from sqlalchemy import ColumnElement, Select, String, and_, literal_column, or_
from sqlalchemy.orm import Mapped, mapped_column

from app.models.columns import MaybeMoment, now

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
        return cls.appeared().where(cls.visibility == _PUBLIC)

    @classmethod
    def for_followers(cls) -> Select[Self]:
        """What those who follow its author find on lists."""
        return cls.appeared().where(cls.visibility.in_(LISTED))

    @classmethod
    def listed_for(cls, reader: User | None) -> Select[Self]:
        """What ``reader`` finds on any list; None is a visitor."""
        if reader is None:
            return cls.published()
        near = and_(cls.visibility == FOLLOWERS, cls._is_near(reader))
        return cls.appeared().where(or_(cls.visibility == _PUBLIC, near))

    @classmethod
    def open_to(cls, reader: User | None) -> Select[Self]:
        """What ``reader`` may read who knows where it is; None is a visitor."""
        by_address = cls.visibility.in_(OPEN)
        if reader is None:
            return cls.appeared().where(by_address)
        near = and_(cls.visibility == FOLLOWERS, cls._is_near(reader))
        return cls.appeared().where(or_(by_address, cls.author_id == reader.id, near))

    @classmethod
    def _is_near(cls, reader: User) -> ColumnElement[bool]:
        return or_(cls.author_id == reader.id, reader.follows(cls.author_id))

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
