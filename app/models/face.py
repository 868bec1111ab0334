"""What somebody shows of themselves: a picture beside their name, and a banner."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Select, String, Text, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from app.extensions import db
from app.lib.crops import AVATAR, BANNER, SHAPES, Crop
from app.lib.pictures import path_of
from app.models.columns import WHOLE, Moment, UserPrimaryKey, now
from app.models.rows import remove_once

if TYPE_CHECKING:
    from app.models.picture import Picture


class Face(db.Model):
    """One person shows a part of one of their pictures, as their avatar or banner."""

    TOLD: ClassVar = ("kind", "zoom", "across", "down", "created_at")

    user_id: Mapped[UserPrimaryKey]
    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    # The part, a picture of its own; and what it was cut from, to cut it once more.
    picture_id: Mapped[int] = mapped_column(
        ForeignKey("picture.id", ondelete="CASCADE"), index=True
    )
    original_id: Mapped[int] = mapped_column(
        ForeignKey("picture.id", ondelete="CASCADE"), index=True
    )
    # Where the part lies, as ``Crop`` has it.
    zoom: Mapped[float]
    across: Mapped[float]
    down: Mapped[float]
    created_at: Mapped[Moment]

    original: Mapped[Picture] = relationship(foreign_keys=[original_id], lazy="raise")

    __table_args__ = (CheckConstraint(f"kind IN {tuple(SHAPES)}", name="known_kind"),)

    @property
    def crop(self) -> Crop:
        return Crop(self.zoom, self.across, self.down)


class Faced:
    """The part of a user that others see before they read a word.

    The names of the pictures stand in the row itself, so that a list of people or posts
    draws them without another question. Empty: what is drawn from the handle.
    """

    avatar_name: Mapped[str] = mapped_column(String(26), default="", server_default="")
    banner_name: Mapped[str] = mapped_column(
        String(26), default="", server_default="", **WHOLE
    )
    # What a client of the API says is their picture. No page of ours asks for it.
    image_url: Mapped[str] = mapped_column(Text, default="", server_default="", **WHOLE)

    if TYPE_CHECKING:
        id: Mapped[int]
        handle: Mapped[str]

    @property
    def avatar_path(self) -> str:
        """The smallest avatar, as lists show it."""
        return self.avatar_at(AVATAR.widths[0])

    def avatar_at(self, width: int) -> str:
        """The address of the avatar in one of the widths of its shape."""
        if self.avatar_name:
            return path_of(self.avatar_name, f"{width}.webp")
        return f"/avatars/{self.handle}.svg"

    @property
    def banner_path(self) -> str:
        return self.banner_at(BANNER.widths[-1])

    def banner_at(self, width: int) -> str:
        """The address of the banner in one of the widths of its shape."""
        if self.banner_name:
            return path_of(self.banner_name, f"{width}.webp")
        return f"/banners/{self.handle}.svg"

    def face(self, kind: str) -> Select[Face]:
        """What this person shows of themselves as ``kind``, with what it was cut from.

        :param kind: ``"avatar"`` or ``"banner"``.
        """
        mine = select(Face).where(Face.user_id == self.id, Face.kind == kind)
        return mine.options(joinedload(Face.original))

    def wear(self, kind: str, part: Picture, original: Picture, crop: Crop) -> None:
        """Show ``part`` of ``original`` as ``kind``, instead of what was there."""
        self.take_off(kind)
        face = Face(
            user_id=self.id,
            kind=kind,
            picture_id=part.id,
            original_id=original.id,
            zoom=crop.zoom,
            across=crop.across,
            down=crop.down,
        )
        db.session.add(face)
        # Who removes what nothing shows, at this very moment, looks at it again.
        original.needed_at = now()
        setattr(self, f"{kind}_name", part.name)

    def take_off(self, kind: str) -> None:
        """Show again what is drawn from the handle; the pictures go by themselves."""
        remove_once(Face, user_id=self.id, kind=kind)
        setattr(self, f"{kind}_name", "")
