"""What a tag was called before: the old name leads to it for ever."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.tags import LONGEST
from app.models.columns import Moment, code_points


class FormerTag(db.Model):
    # No tag is called so at present, or will be.
    name: Mapped[str] = mapped_column(code_points(LONGEST), primary_key=True)
    label: Mapped[str] = mapped_column(String(LONGEST))
    tag_id: Mapped[int] = mapped_column(
        ForeignKey("tag.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[Moment]
