"""A picture that somebody has brought, and the posts that show it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Delete,
    ForeignKey,
    Index,
    ScalarSelect,
    Select,
    String,
    delete,
    exists,
    false,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column, relationship

from app.extensions import db
from app.lib import pictures
from app.lib.imaging import Remade
from app.lib.pictures import PictureInfo
from app.models.columns import Key, Moment, UserKey, now
from app.models.face import Face
from app.models.rows import touched

if TYPE_CHECKING:
    from app.models.post import Post

#: For how long a picture stays that nothing shows.
KEPT = timedelta(days=1)
# To look at rows while a post is still being made: it must not be written for that.
_OPEN: dict[str, Any] = {"execution_options": {"autoflush": False}}


class Picture(db.Model):
    TOLD: ClassVar = ("name", "alt", "width", "height", "weight", "created_at")

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    # Its address. Nobody guesses it: what nobody was shown, nobody finds.
    name: Mapped[str] = mapped_column(String(26), unique=True)
    width: Mapped[int]
    height: Mapped[int]
    # Its mean colour, one of 64; none where one sees through it.
    tone: Mapped[int | None]
    is_animated: Mapped[bool]
    # Cut from another one, to be worn by a profile: it stands on nobody's shelf.
    is_part: Mapped[bool] = mapped_column(default=False, server_default=false())
    # What we made of it, as in "480.webp", and how many bytes that takes together.
    variants: Mapped[list[str]] = mapped_column(JSON)
    weight: Mapped[int] = mapped_column(BigInteger)
    # What is on it, for those who do not see it.
    alt: Mapped[str] = mapped_column(String(pictures.ALT_LONGEST), default="")
    created_at: Mapped[Moment]
    # When something last began to show it.
    needed_at: Mapped[Moment]

    __table_args__ = (
        Index(None, "user_id", "created_at", "id"),
        Index(None, "needed_at"),
    )

    @classmethod
    def brought(cls, user_id: int, made: Remade, alt: str) -> Picture:
        """A new one of somebody's; its files are kept elsewhere, by its name."""
        return cls(
            user_id=user_id,
            name=pictures.new_name(),
            width=made.width,
            height=made.height,
            tone=made.tone,
            is_animated=made.is_animated,
            variants=list(made.files),
            weight=sum(len(data) for data in made.files.values()),
            alt=alt,
        )

    @classmethod
    def of(cls, user_id: int) -> Select[Picture]:
        return select(cls).where(cls.user_id == user_id)

    @classmethod
    def weight_of(cls, user_id: int) -> Select[int]:
        """How many bytes the pictures of somebody take."""
        heavy = select(func.coalesce(func.sum(cls.weight), 0))
        return heavy.where(cls.user_id == user_id)

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what nothing has shown for a day.

        A post that begins to show one in the same moment has moved ``needed_at``: the
        database looks at the row again, and leaves it.
        """
        return delete(cls).where(cls.needed_at <= now() - KEPT, ~cls._is_shown())

    def drop(self) -> bool:
        """Remove it, unless something shows it; whether it is gone."""
        cls = type(self)
        as_seen = cls.id == self.id, cls.needed_at == self.needed_at
        return touched(delete(cls).where(*as_seen, ~cls._is_shown())) == 1

    @classmethod
    def _is_shown(cls) -> Any:
        """By a post, a page, or a profile: the part of it, or what it was cut from."""
        return or_(
            exists().where(PictureUse.picture_id == cls.id),
            exists().where(PagePicture.picture_id == cls.id),
            exists().where(Face.picture_id == cls.id),
            exists().where(Face.original_id == cls.id),
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

    @property
    def markdown(self) -> str:
        """What one writes to show it."""
        return pictures.markdown_of(self.name, self.alt)

    @property
    def largest(self) -> str:
        """The best file that we have of it."""
        return pictures.largest_of(self.variants)

    def path(self, file: str = "") -> str:
        return pictures.path_of(self.name, file)


class PictureUse(db.Model):
    """A post shows a picture, or has shown it: it is kept as long as the post."""

    picture_id: Mapped[int] = mapped_column(
        ForeignKey("picture.id", ondelete="CASCADE"), primary_key=True
    )
    post_id: Mapped[int] = mapped_column(
        ForeignKey("post.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    created_at: Mapped[Moment]

    post: Mapped[Post] = relationship(lazy="raise")


class PagePicture(db.Model):
    """A page of the site shows a picture, or has shown it."""

    picture_id: Mapped[int] = mapped_column(
        ForeignKey("picture.id", ondelete="CASCADE"), primary_key=True
    )
    page_id: Mapped[int] = mapped_column(
        ForeignKey("page.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    created_at: Mapped[Moment]


class Illustrated:
    """The part of a post that shows pictures."""

    if TYPE_CHECKING:
        id: Mapped[int]
        # Nobody, where who wrote it is gone.
        author_id: Mapped[Any]

    def need(self, names: frozenset[str]) -> None:
        """Keep the pictures called ``names``, if the author brought them.

        They stay when a later text shows them no more: an older one still does.
        """
        if not names:
            return
        found = Picture.of(self.author_id).where(Picture.name.in_(names))
        brought = set(db.session.scalars(found.with_only_columns(Picture.id), **_OPEN))
        if new := brought - self._needed_already():
            mine = update(Picture).where(Picture.id.in_(new)).values(needed_at=now())
            db.session.execute(mine, **_OPEN)
            db.session.add_all(self._use_of(key) for key in new)

    def _use_of(self, key: int) -> PictureUse | PagePicture:
        return PictureUse(picture_id=key, post=self)

    def _needed_already(self) -> set[int]:
        about = PictureUse.post_id == self.id
        rows = select(PictureUse.picture_id).where(about) if self.id else None
        known = set(db.session.scalars(rows, **_OPEN)) if rows is not None else set()
        fresh = (row for row in db.session.new if isinstance(row, PictureUse))
        return known | {row.picture_id for row in fresh if row.post is self}


class IllustratedPage(Illustrated):
    """The part of a page of the site that shows pictures; it has its number already."""

    def _use_of(self, key: int) -> PagePicture:
        return PagePicture(picture_id=key, page_id=self.id)

    def _needed_already(self) -> set[int]:
        rows = select(PagePicture.picture_id).where(PagePicture.page_id == self.id)
        fresh = (row for row in db.session.new if isinstance(row, PagePicture))
        known = {row.picture_id for row in fresh if row.page_id == self.id}
        return known | set(db.session.scalars(rows, **_OPEN))


def alts_of(post_id: InstrumentedAttribute[int]) -> ScalarSelect[str]:
    """What pictures that a post shows, or has shown, are in words."""
    shown = select(func.aggregate_strings(Picture.alt, "\n"))
    shown = shown.join(PictureUse, PictureUse.picture_id == Picture.id)
    mine = shown.where(PictureUse.post_id == post_id)
    return mine.correlate(post_id.class_).scalar_subquery()


def pictures_called(names: frozenset[str]) -> dict[str, PictureInfo]:
    """What is known of the pictures with these ``names``."""
    if not names:
        return {}
    rows = select(Picture).where(Picture.name.in_(names))
    return {row.name: row.info for row in db.session.scalars(rows, **_OPEN)}
