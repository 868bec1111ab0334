"""Which pictures a page shows, and who may see them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    false,
    or_,
    select,
    union,
    update,
)

from app.extensions import db
from app.models.account import Account
from app.models.face import Face
from app.models.page import Page
from app.models.permissions import ADMINISTER
from app.models.picture import PagePicture, Picture, PictureUse
from app.models.post import Post
from app.models.user import User


def open_to_all() -> ColumnElement[bool]:
    """The condition of the pictures that everybody comes across."""
    return or_(_worn(), _stands_on(Page.published()), _shown_by(Post.published()))


def open_to(reader: User | None) -> ColumnElement[bool]:
    """The condition of the pictures that ``reader`` may see; None is a visitor.

    One's own, what a profile wears or a page of the site shows, and what a post shows
    that one may read, or that a link shows to whoever has it: who knows the name of the
    picture has read it there. Pages that nobody sees yet are for all who run the site.
    """
    writes_pages = reader is not None and reader.can(ADMINISTER)
    pages = _stands_on(Page.there() if writes_pages else Page.published())
    posts = _shown_by(Post.open_to(reader)), _shown_by(Post.shared())
    shown = _worn(), pages, *posts
    if reader is None:
        return or_(*shown)
    hidden = _shown_by(Post.hidden_but_to(reader))
    return or_(Picture.user_id == reader.id, hidden, *shown)


def _shown_by(posts: Select[Post]) -> ColumnElement[bool]:
    uses = posts.join(PictureUse, PictureUse.post_id == Post.id)
    return uses.where(PictureUse.picture_id == Picture.id).exists()


def _stands_on(pages: Select[Page]) -> ColumnElement[bool]:
    uses = pages.order_by(None).join(PagePicture, PagePicture.page_id == Page.id)
    return uses.where(PagePicture.picture_id == Picture.id).exists()


def _worn() -> ColumnElement[bool]:
    """The part alone: what was cut away, and where from, is nobody else's."""
    faces = select(Face.user_id).join(User, User.id == Face.user_id)
    return faces.where(Face.picture_id == Picture.id, User.is_here()).exists()


def shelf(owner: User) -> Select[Picture]:
    """What somebody has brought."""
    return Picture.of(owner.id).where(Picture.is_part == false())


def shown_among(pictures: Iterable[Picture]) -> CompoundSelect[int]:
    """The keys of those that a post or page shows, or a profile a part of."""
    keys = [picture.id for picture in pictures]
    return union(
        select(PagePicture.picture_id).where(PagePicture.picture_id.in_(keys)),
        select(PictureUse.picture_id).where(PictureUse.picture_id.in_(keys)),
        select(Face.original_id).where(Face.original_id.in_(keys)),
    )


def hand_over() -> None:
    """Give what pages of the site show to an admin who stays, before its owner goes."""
    stays = select(User.id).join(Account, Account.user_id == User.id)
    stays = stays.where(Account.role == "admin", User.is_here())
    shown = select(PagePicture.picture_id)
    going = select(User.id).where(User.ended())
    theirs = Picture.id.in_(shown), Picture.user_id.in_(going)
    heir = stays.order_by(User.id).limit(1).scalar_subquery()
    db.session.execute(
        update(Picture)
        .where(*theirs, heir.is_not(None))
        .values(user_id=heir)
        .execution_options(synchronize_session=False)
    )


def called(name: str) -> Select[Picture]:
    return select(Picture).where(Picture.name == name)
