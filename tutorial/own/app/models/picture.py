"""A picture that somebody has brought, to stand above a post."""

from __future__ import annotations

from sqlalchemy import JSON, String, delete
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.extensions import db
from app.lib import pictures
from app.lib.imaging import Remade
from app.lib.pictures import PictureInfo
from app.models.columns import Key, Moment, PostKey


class Picture(db.Model):
    id: Mapped[Key]
    post_id: Mapped[PostKey] = mapped_column(index=True)
    # Its address. Nobody guesses it: what nobody was shown, nobody finds.
    name: Mapped[str] = mapped_column(String(26), unique=True)
    width: Mapped[int]
    height: Mapped[int]
    # Its mean colour, one of 64; none where one sees through it.
    tone: Mapped[int | None]
    is_animated: Mapped[bool]
    # What we made of it, as in "480.webp".
    variants: Mapped[list[str]] = mapped_column(JSON)
    # What is on it, for those who do not see it.
    alt: Mapped[str] = mapped_column(String(pictures.ALT_LONGEST))
    created_at: Mapped[Moment]

    @classmethod
    def brought(cls, post_id: int, made: Remade, alt: str) -> Picture:
        """A new one for a post; its files are kept elsewhere, by its name."""
        return cls(
            post_id=post_id,
            name=pictures.new_name(),
            width=made.width,
            height=made.height,
            tone=made.tone,
            is_animated=made.is_animated,
            variants=list(made.files),
            alt=alt,
        )

    @property
    def info(self) -> PictureInfo:
        """All that its element on a page says."""
        fallback = self.path(pictures.fallback_of(self.variants))
        listed = self.path(pictures.listed_of(self.variants))
        return PictureInfo(
            src=fallback,
            width=self.width,
            height=self.height,
            tone="" if self.tone is None else f"tone-{self.tone}",
            sources=pictures.sources_of(self.name, self.variants),
            alt=self.alt,
            small=fallback if self.is_animated else listed,
            still=fallback if self.is_animated else "",
        )

    def path(self, file: str) -> str:
        return pictures.path_of(self.name, file)


class Covered:
    """The part of a post that wears a picture above its text."""

    # What the picture is called; empty for none.
    cover_name: Mapped[str] = mapped_column(String(26), default="", server_default="")
    # What lists show of it, so that they need not look it up.
    cover_src: Mapped[str] = mapped_column(String(120), default="", server_default="")

    @declared_attr
    def cover(cls) -> Mapped[Picture | None]:
        return relationship(
            "Picture",
            primaryjoin="foreign(Post.cover_name) == Picture.name",
            lazy="raise",
            viewonly=True,
        )

    def wear(self, picture: Picture | None) -> list[str]:
        """Show ``picture``, or none; the name of the one that goes, if any does."""
        gone = [self.cover_name] if self.cover_name else []
        self.cover_name = picture.name if picture else ""
        self.cover_src = picture.info.small if picture else ""
        db.session.execute(delete(Picture).where(Picture.name.in_(gone)))
        return gone
