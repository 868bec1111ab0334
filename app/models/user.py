"""Who somebody is to others. What they sign in with is an ``Account``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_login import UserMixin
from sqlalchemy import JSON, CheckConstraint, Index, Select, String, select
from sqlalchemy.orm import Mapped, WriteOnlyMapped, mapped_column, relationship

from app.extensions import db
from app.lib import handles
from app.lib.markdown import render
from app.models.columns import WHOLE, Key, LongWords, Moment
from app.models.face import Faced
from app.models.findable import Findable
from app.models.follow import Followed, Follower
from app.models.handle import Bearer, Handle
from app.models.identity import Identified
from app.models.invitation import Inviter
from app.models.leaving import Leaver
from app.models.permissions import Permitted
from app.models.pin import Pinner
from app.models.post import Author, Post
from app.models.references import known
from app.models.series import Serialist

if TYPE_CHECKING:
    from app.models.account import Account


class User(
    Bearer,
    Leaver,
    Author,
    Pinner,
    Serialist,
    Follower,
    Followed,
    Findable,
    Faced,
    Permitted,
    Identified,
    Inviter,
    UserMixin,
    db.Model,
):
    id: Mapped[Key]
    bio: Mapped[LongWords]
    bio_html: Mapped[LongWords]
    location: Mapped[str] = mapped_column(String(80), default="", **WHOLE)
    links: Mapped[list[str]] = mapped_column(JSON, default=list, **WHOLE)
    created_at: Mapped[Moment]

    account: Mapped[Account] = relationship(
        foreign_keys="Account.user_id",
        back_populates="user",
        lazy="raise",
        passive_deletes="all",
    )

    handles: WriteOnlyMapped[Handle] = relationship(
        back_populates="user", passive_deletes=True
    )

    posts: WriteOnlyMapped[Post] = relationship(
        back_populates="author", passive_deletes=True
    )

    __table_args__ = (
        # One spelling, so that unique means unique whatever the case.
        CheckConstraint("handle = lower(handle)", name="lower_case_handle"),
        Index(None, "created_at", "id"),
    )

    @classmethod
    def named(cls, handle: str, name: str) -> User:
        """Somebody new, who goes by their handle if they gave no name."""
        user = cls(name=name or handle, links=[])
        user.claim(handle)
        return user

    @classmethod
    def known_as(cls, handle: str) -> Select[User]:
        return select(cls).where(cls.handle == handles.normalized(handle))

    @classmethod
    def everybody(cls) -> Select[User]:
        return select(cls).where(cls.is_here())

    def describe(self, *, name: str, bio: str, location: str, links: list[str]) -> None:
        """Change what the profile says."""
        self.name = name or self.handle
        self.bio, self.bio_html = bio, render(bio, "bio-", look_up=known).html
        self.location, self.links = location, links

    @property
    def path(self) -> str:
        return f"/@{self.handle}"
