"""What a program asked for under a key of its own: sent twice, it is done once."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, Delete, String, delete
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import MaybeMoment, Moment, UserPrimaryKey, Words, now
from app.models.rows import add_once, replacing

#: For how long a key stands for what was asked under it.
KEPT: Final = timedelta(hours=24)


class IdempotencyKey(db.Model):
    user_id: Mapped[UserPrimaryKey]
    key_digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    # Of the method, the address and the body.
    fingerprint: Mapped[str] = mapped_column(String(64))
    # Empty until it is known what was answered; sealed, for it may be private.
    answer: Mapped[Words]
    answered_at: Mapped[MaybeMoment]
    created_at: Mapped[Moment] = mapped_column(index=True)

    @classmethod
    def claim(cls, user_id: int, key: str, fingerprint: str) -> IdempotencyKey | None:
        """Take a key in the transaction at hand, or say what has it already.

        What is done under it is committed with it, or neither is. Of two at once the
        second waits until the first has committed, and finds its row.
        """
        mine = {"user_id": user_id, "key_digest": key}
        if add_once(cls, **mine, fingerprint=fingerprint):
            return None
        known = db.session.get(cls, (user_id, key), populate_existing=True)
        if known is not None and known.created_at > now() - KEPT:
            return known
        # Nobody has swept it away yet.
        fresh = {"fingerprint": fingerprint, "answer": "", "answered_at": None}
        db.session.execute(replacing(cls, mine, **fresh, created_at=now()))
        return None

    @classmethod
    def keep(cls, user_id: int, key: str, fingerprint: str, answer: str) -> None:
        """Write down what was answered."""
        mine = {"user_id": user_id, "key_digest": key}
        said = {"fingerprint": fingerprint, "answer": answer, "answered_at": now()}
        db.session.execute(replacing(cls, mine, **said, created_at=now()))

    @classmethod
    def release(cls, user_id: int, key: str) -> Delete:
        """The statement that lets go of a key under which nothing was made."""
        mine = cls.user_id == user_id, cls.key_digest == key
        return delete(cls).where(*mine, cls.answered_at.is_(None))

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what stands for nothing any more."""
        return delete(cls).where(cls._is_over())

    @classmethod
    def _is_over(cls) -> ColumnElement[bool]:
        return cls.created_at <= now() - KEPT
