"""A program by somebody else, which asks people whether it may act for them."""

from __future__ import annotations

from hmac import compare_digest
from typing import TYPE_CHECKING, ClassVar, Final

from sqlalchemy import JSON, Select, String, bindparam, func, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app.extensions import db
from app.lib import redirects
from app.lib.tokens import digest, new_application_secret, new_token
from app.models.columns import Key, Moment, UserKey

if TYPE_CHECKING:
    from app.models.user import User

NAME_LONGEST: Final = 80
ADDRESS_LONGEST: Final = redirects.LONGEST
#: So many one member can register, each with so many places to send people back to.
MOST: Final = 25
MOST_REDIRECTS: Final = 10


class Application(db.Model):
    TOLD: ClassVar = ("name", "website", "client_id", "redirect_uris", "created_at")

    id: Mapped[Key]
    # Who has registered it, and looks after it.
    user_id: Mapped[UserKey]
    name: Mapped[str] = mapped_column(String(NAME_LONGEST))
    website: Mapped[str] = mapped_column(String(ADDRESS_LONGEST), default="")
    # What it calls itself when it asks; known to everybody.
    client_id: Mapped[str] = mapped_column(String(64), unique=True)
    # Empty: it can keep no secret, as one that runs in a browser or on a phone.
    secret_digest: Mapped[str] = mapped_column(String(64), default="")
    # Where people may be sent back to, spelled exactly so.
    redirect_uris: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[Moment]

    user: Mapped[User] = relationship(lazy="raise")

    @classmethod
    def of(cls, user: User) -> Select[Application]:
        """What ``user`` has registered, by name."""
        mine = select(cls).where(cls.user_id == user.id)
        return mine.order_by(func.lower(cls.name), cls.id)

    @classmethod
    def is_room_for(cls, user: User) -> bool:
        """Whether ``user`` may register one more."""
        count = select(func.count(cls.id)).where(cls.user_id == user.id)
        return (db.session.scalar(count) or 0) < MOST

    @classmethod
    def register(
        cls, user: User, name: str, website: str, redirect_uris: list[str]
    ) -> Application:
        """Add an application of ``user``, which has no secret yet."""
        row = cls(user_id=user.id, client_id=new_token())
        row.describe(name, website, redirect_uris)
        db.session.add(row)
        return row

    def describe(self, name: str, website: str, redirect_uris: list[str]) -> None:
        """Say what people are shown of it, and where they may be sent back to."""
        self.name, self.website = name, website
        self.redirect_uris = redirect_uris

    @classmethod
    def called(cls) -> Select[Application]:
        """The statement that finds one by ``client_id``, with its owner.

        While its owner is away it is nowhere: nobody could be asked what it does.
        """
        # A mapper by its name: applications stand below people.
        person = cls.user.property.mapper.class_
        found = select(cls).join(cls.user).options(contains_eager(cls.user))
        return found.where(cls.client_id == bindparam("client_id"), person.is_here())

    def renew_secret(self) -> str:
        """Prove itself by another secret from now on; it is in no database."""
        secret = new_application_secret()
        self.secret_digest = digest(secret)
        return secret

    @property
    def is_confidential(self) -> bool:
        """Whether it proves who it is by a secret."""
        return bool(self.secret_digest)

    def keeps(self, secret: str) -> bool:
        """Whether ``secret`` is its own."""
        return self.is_confidential and compare_digest(
            digest(secret), self.secret_digest
        )

    def leads_to(self, uri: str) -> bool:
        """Whether people may be sent back to ``uri``."""
        return any(redirects.is_same(known, uri) for known in self.redirect_uris)
