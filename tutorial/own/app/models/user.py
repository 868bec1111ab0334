"""Who somebody is to others. What they sign in with is an ``Account``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_login import UserMixin
from sqlalchemy import CheckConstraint, Index, Select, String, select  #: 13
from sqlalchemy import CheckConstraint, Select, String, select  #: 8-12
from sqlalchemy.orm import Mapped, WriteOnlyMapped, mapped_column, relationship  #: 9
from sqlalchemy.orm import Mapped, mapped_column, relationship  #: 8-8

from app.extensions import db
from app.lib import handles
from app.models.columns import Key, Moment  #: 8-9
from app.models.columns import Key, Moment, Words  #: 10
from app.models.comment import Commenter  #: 14
from app.models.follow import Followed, Follower  #: 16
from app.models.permissions import Permitted  #: 10
from app.models.post import Author, Post  #: 9

if TYPE_CHECKING:
    from app.models.account import Account


class User(
    Author,  #: 9
    Commenter,  #: 14
    Follower,  #: 16
    Followed,  #: 16
    Permitted,  #: 10
    UserMixin,
    db.Model,
):
    id: Mapped[Key]
    handle: Mapped[str] = mapped_column(String(handles.LONGEST), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    bio: Mapped[Words]  #: 10
    created_at: Mapped[Moment]

    account: Mapped[Account] = relationship(back_populates="user", lazy="raise")
#: 9
    posts: WriteOnlyMapped[Post] = relationship(
        back_populates="author", passive_deletes=True
    )
#:

    # One spelling, so that unique means unique whatever the case.
    __table_args__ = (
        CheckConstraint("handle = lower(handle)", name="lower_case_handle"),
        Index("ix_user_listed", "created_at", "id"),  #: 13
    )

    @classmethod
    def known_as(cls, handle: str) -> Select[User]:
        return select(cls).where(cls.handle == handles.normalized(handle))
#: 10

    @classmethod
    def everybody(cls) -> Select[User]:
        """All members, the newest first."""  #: 10-12
        """All members; pages cut them."""  #: 13
        return select(cls).order_by(cls.id.desc())  #: 10-12
        return select(cls)  #: 13

    def describe(self, *, name: str, bio: str) -> None:
        """Change what the profile says."""
        self.name, self.bio = name or self.handle, bio
#:

    @property
    def path(self) -> str:
        return f"/@{self.handle}"
