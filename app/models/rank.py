"""What somebody's role is, and that the last admin keeps theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db


class Ranked:
    """The part of an account that has a role."""

    role: Mapped[str] = mapped_column(String(20), default="member")

    if TYPE_CHECKING:
        user_id: Mapped[int]

        @classmethod
        def admins(cls) -> Select[int]: ...

    def take_role(self, role: str) -> bool:
        """Change the role; False for the last admin, who stays one."""
        if role != "admin" and self.is_last_admin():
            return False
        self.role = role
        return True

    def is_last_admin(self) -> bool:
        """Whether nobody else runs the site.

        The admins are locked: of two who demote each other or leave in one moment, the
        second counts again when the first is done.
        """
        return list(db.session.scalars(self.admins())) == [self.user_id]
