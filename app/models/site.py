"""The site itself: a single row, written by the first visitor."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import Moment


class Site(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True, default=1, autoincrement=False)
    name: Mapped[str] = mapped_column(String(60))
    tagline: Mapped[str] = mapped_column(String(160), default="")
    created_at: Mapped[Moment]

    # Of two first visitors, the database believes one.
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)
