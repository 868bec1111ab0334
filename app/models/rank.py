"""What somebody's role is, and that the last admin keeps theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db


class Ranked:
    """The part of an account that has a role."""

    role: Mapped[str] = mapped_column(String(20), default="member")

    if TYPE_CHECKING:
        user_id: Mapped[int]

    def take_role(self, role: str) -> bool:
        """Change the role; False for the last admin, who stays one."""
        if role != "admin" and self.is_last_admin():
            return False
        self.role = role
        return True

    def is_last_admin(self) -> bool:
        """Whether nobody else runs the site.

        The admins are locked: of two who demote each other in one moment, the second
        counts again when the first is done.
        """
        cls = type(self)
        admins = select(cls.user_id).where(cls.role == "admin")
        locked = admins.order_by(cls.user_id).with_for_update()
        return set(db.session.scalars(locked)) == {self.user_id}
