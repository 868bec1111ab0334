"""The picture above a post, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.lib.pictures import ALT_LONGEST
from app.models.columns import WHOLE

if TYPE_CHECKING:
    from app.models.picture import Picture

CAPTION_LONGEST = 300


class Covered:
    """The part of a post that wears a picture above its text."""

    # What the picture is called; a row of ``PictureUse`` keeps it from going.
    cover_name: Mapped[str] = mapped_column(
        String(26), default="", server_default="", **WHOLE
    )
    # What lists show of it, so that they need not look it up.
    cover_src: Mapped[str] = mapped_column(String(120), default="", server_default="")
    # Instead of what the picture itself says, for those who do not see it.
    cover_alt: Mapped[str] = mapped_column(
        String(ALT_LONGEST), default="", server_default="", **WHOLE
    )
    cover_caption: Mapped[str] = mapped_column(
        String(CAPTION_LONGEST), default="", server_default="", **WHOLE
    )

    if TYPE_CHECKING:

        def need(self, names: frozenset[str]) -> None: ...

    @declared_attr
    def cover(cls) -> Mapped[Picture | None]:
        return relationship(
            "Picture",
            primaryjoin="foreign(Post.cover_name) == Picture.name",
            lazy="raise",
            viewonly=True,
        )

    def wear(
        self, picture: Picture | None, *, alt: str = "", caption: str = ""
    ) -> None:
        """Show ``picture`` above the text, or nothing."""
        self.cover_name = picture.name if picture else ""
        self.cover_src = picture.info.small if picture else ""
        self.cover_alt, self.cover_caption = alt, caption
        if picture:
            self.need(frozenset({picture.name}))
