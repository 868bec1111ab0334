"""Every handle that anybody ever had, and whose it is: none is given to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import ForeignKey, Select, String, delete, select
from sqlalchemy.orm import (
    Mapped,
    WriteOnlyMapped,
    joinedload,
    mapped_column,
    relationship,
)

from app.extensions import db
from app.lib import handles
from app.models.columns import Moment, code_points
from app.models.rows import add_once

if TYPE_CHECKING:
    from app.models.user import User


class Handle(db.Model):
    TOLD: ClassVar = ("handle", "created_at")

    handle: Mapped[str] = mapped_column(String(handles.LONGEST), primary_key=True)
    # Empty: its person has gone for good, and their addresses say so for ever.
    user_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    created_at: Mapped[Moment]

    user: Mapped[User | None] = relationship(back_populates="handles", lazy="raise")

    @classmethod
    def known_as(cls, handle: str) -> Select[Handle]:
        """The row of ``handle`` with whoever has it or had it before."""
        known = select(cls).where(cls.handle == handles.normalized(handle))
        return known.options(joinedload(cls.user))


class Bearer:
    """The part of a user that goes by a handle, and may take another one."""

    handle: Mapped[str] = mapped_column(code_points(handles.LONGEST), unique=True)
    name: Mapped[str] = mapped_column(String(80))

    if TYPE_CHECKING:
        id: Mapped[int]
        handles: WriteOnlyMapped[Handle]

    def claim(self, handle: str) -> None:
        """Have ``handle`` from the beginning; the table refuses what is taken."""
        self.handle = handle
        self.handles.add(Handle(handle=handle))

    def let_go(self) -> None:
        """Free the handle of somebody whom nobody has met, before they are deleted."""
        db.session.execute(delete(Handle).where(Handle.user_id == self.id))

    def rename(self, handle: str) -> bool:
        """Go by another handle; False where it is or was somebody else's.

        The old one stays with its person: it leads to the new one for ever, and they
        may take it back.
        """
        is_new = add_once(Handle, handle=handle, user_id=self.id)
        owner = select(Handle.user_id).where(Handle.handle == handle)
        if not is_new and db.session.scalar(owner) != self.id:
            return False
        if self.name == self.handle:
            self.name = handle
        self.handle = handle
        return True
