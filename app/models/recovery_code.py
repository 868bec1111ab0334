"""A way in for whoever lost the others: good once, known only by its digest."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import Key, MaybeMoment, Moment, UserKey


class RecoveryCode(db.Model):
    TOLD: ClassVar = ("created_at", "used_at")

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    code_digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[Moment]
    used_at: Mapped[MaybeMoment]
