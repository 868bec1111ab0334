"""A secret address at which somebody's feed reader hears of what is new to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.tokens import digest, new_token
from app.models.columns import Moment, UserPrimaryKey, now
from app.models.rows import remove_once, replacing

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


class FeedKey(db.Model):
    TOLD: ClassVar = ("created_at",)

    user_id: Mapped[UserPrimaryKey]
    # Of the token in the address, which is shown once and kept by nobody here.
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[Moment]

    @classmethod
    def fits(cls, token: str) -> ColumnElement[bool]:
        """The condition of the one that belongs to this address."""
        return cls.digest == digest(token)


class Subscriber:
    """The part of a user that hears of news by a feed."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def begin_feed(self) -> str:
        """Have a secret address, instead of the one before; its token, this once."""
        token = new_token()
        said = {"digest": digest(token), "created_at": now()}
        db.session.execute(replacing(FeedKey, {"user_id": self.id}, **said))
        return token

    def end_feed(self) -> None:
        remove_once(FeedKey, user_id=self.id)

    @property
    def feed_key(self) -> FeedKey | None:
        """The one they have, asked for anew."""
        return db.session.get(FeedKey, self.id, populate_existing=True)
