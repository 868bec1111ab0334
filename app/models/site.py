"""The site itself: a single row, written by the first visitor, changed by admins."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, String, true
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import Moment
from app.models.permissions import INVITE, WRITE, Permission

#: Who may join: everybody, who was invited, who asked and was let in, or nobody.
JOINING: Final = ("open", "invitation", "request", "closed")
WRITING: Final = ("everybody", "authors")
#: Which machines that learn may read: all, those that answer with a link, or none.
AI_CRAWLERS: Final = ("all", "answers", "none")


class Site(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True, default=1, autoincrement=False)
    name: Mapped[str] = mapped_column(String(60))
    tagline: Mapped[str] = mapped_column(String(160), default="")
    joining: Mapped[str] = mapped_column(
        String(20), default="open", server_default="open"
    )
    writing: Mapped[str] = mapped_column(
        String(20), default="everybody", server_default="everybody"
    )
    # Whether members may invite others, or only those who look after the site.
    members_invite: Mapped[bool] = mapped_column(default=True, server_default=true())
    # Whether search engines may list what is here.
    is_indexable: Mapped[bool] = mapped_column(default=True, server_default=true())
    ai_crawlers: Mapped[str] = mapped_column(
        String(20), default="answers", server_default="answers"
    )
    created_at: Mapped[Moment]

    __table_args__ = (
        # Of two first visitors, the database believes one.
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint(f"joining IN {JOINING}", name="known_joining"),
        CheckConstraint(f"writing IN {WRITING}", name="known_writing"),
        CheckConstraint(f"ai_crawlers IN {AI_CRAWLERS}", name="known_ai_crawlers"),
    )

    @property
    def granted_to_all(self) -> frozenset[Permission]:
        """What every member may do here, whatever their role."""
        granted = {WRITE: self.writing == "everybody", INVITE: self.members_invite}
        return frozenset(may for may, everybody in granted.items() if everybody)
