"""A browser that somebody has signed in with before, known by a cookie of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from sqlalchemy import Delete, Select, String, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.tokens import digest
from app.models.columns import Key, Moment, UserKey, now

KEPT = timedelta(days=365)


class KnownDevice(db.Model):
    TOLD: ClassVar = ("created_at", "seen_at")

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    token_digest: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[Moment]
    seen_at: Mapped[Moment]

    __table_args__ = (UniqueConstraint("user_id", "token_digest"),)

    @classmethod
    def behind(cls, user_id: int, token: str) -> Select[KnownDevice]:
        """The device of this person with this ``token``."""
        return select(cls).where(
            cls.user_id == user_id, cls.token_digest == digest(token)
        )

    @classmethod
    def meet(cls, user_id: int, token: str) -> bool:
        """Remember a device; whether it is a new one beside others."""
        if known := db.session.scalar(cls.behind(user_id, token)):
            known.seen_at = now()
            return False
        others = select(cls.id).where(cls.user_id == user_id).limit(1)
        has_others = db.session.scalar(others) is not None
        db.session.add(cls(user_id=user_id, token_digest=digest(token), seen_at=now()))
        return has_others

    @classmethod
    def removal(cls) -> Delete:
        """The statement that forgets devices that were not used for a year."""
        return delete(cls).where(cls.seen_at <= now() - KEPT)
