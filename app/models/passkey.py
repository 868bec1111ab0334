"""A key that a device keeps for somebody, opened by a finger, a face or a PIN."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    LargeBinary,
    Select,
    String,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.passkeys import Key as PublicKey
from app.models.columns import Key, MaybeMoment, Moment, UserKey, now
from app.models.rows import touched

#: As many as anybody has devices.
MOST = 20
NAME = 60


class Passkey(db.Model):
    TOLD: ClassVar = ("name", "transports", "created_at", "used_at")

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    # In base64url. The standard allows 1,023 bytes.
    credential_id: Mapped[str] = mapped_column(String(1400), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    # Stays 0 with keys that are synchronised between devices.
    sign_count: Mapped[int] = mapped_column(BigInteger, default=0)
    transports: Mapped[list[str]] = mapped_column(JSON, default=list)
    name: Mapped[str] = mapped_column(String(NAME))
    created_at: Mapped[Moment]
    used_at: Mapped[MaybeMoment]

    @classmethod
    def known_as(cls, credential_id: str) -> Select[Passkey]:
        return select(cls).where(cls.credential_id == credential_id)

    @classmethod
    def made(cls, user_id: int, name: str, key: PublicKey) -> Passkey:
        """A new one, as a browser has described it."""
        return cls(
            user_id=user_id,
            credential_id=key.id,
            public_key=key.public_key,
            sign_count=key.sign_count,
            transports=list(key.transports),
            name=name,
        )

    @property
    def key(self) -> PublicKey:
        """What verifying needs to know."""
        names = tuple(self.transports)
        return PublicKey(self.credential_id, self.public_key, self.sign_count, names)

    def spend(self, sign_count: int, asked_at: datetime) -> bool:
        """Note a use; False for an answer to a question older than the last use.

        So no answer is good twice, even where the browser's cookie is put back; and
        of two copies of a key the slower one is out.
        """
        unused = update(Passkey).where(
            Passkey.id == self.id,
            or_(Passkey.used_at.is_(None), Passkey.used_at < asked_at),
            or_(Passkey.sign_count < sign_count, Passkey.sign_count == 0),
        )
        return touched(unused.values(sign_count=sign_count, used_at=now())) == 1
