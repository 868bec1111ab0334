"""Pages of the site by their address or number, or 404."""

from collections.abc import Sequence

from flask import abort
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, undefer_group

from app.extensions import db
from app.models import FormerPageSlug, Page, PageText
from app.web.find_people import lead_to

# What a list says beside a page, and what its sheet shows.
_AROUND = joinedload(Page.working_copy), joinedload(Page.author)
_WHOLE = (undefer_group("whole"), *_AROUND)


def published(slug: str) -> Page:
    """What everybody may read at ``slug``, or leads from there to where it is now."""
    out = Page.published()
    whole = out.where(Page.slug == slug).options(undefer_group("whole"))
    return db.session.scalar(whole) or _look_for_moved(out, slug)


def page(key: int, lock: bool = False) -> Page:
    """A draft or a page that is out, for those who run the site.

    :param lock: no other request changes it until this one is done.
    """
    return _one(Page.there().where(Page.id == key), lock)


def binned(key: int) -> Page:
    """A page in the bin, which no other request takes out meanwhile."""
    return _one(Page.binned().where(Page.id == key), lock=True)


def all_there() -> Sequence[Page]:
    """Every draft and every page that is out, in the order of the foot."""
    return db.session.scalars(Page.there().options(*_AROUND)).all()


def all_binned() -> Sequence[Page]:
    """What was thrown away and can be taken back."""
    return db.session.scalars(Page.binned()).all()


def written_in(form_key: str | None) -> Page | None:
    """The page that was begun on this sheet before, if any."""
    if form_key is None:
        return None
    begun = Page.written_in(form_key).options(*_WHOLE)
    return db.session.scalar(begun.with_for_update(of=Page, key_share=True))


def text(page: Page, number: int) -> PageText:
    """One of the texts that ``page`` had, whole."""
    kept = page.revisions().where(PageText.number == number)
    whole = kept.options(undefer_group("whole"), joinedload(PageText.author))
    found = db.session.scalar(whole)
    return found or abort(404)


def is_taken(slug: str, page: Page | None, form_key: str | None) -> bool:
    """Whether another page is at ``slug``, or was, or lies in the bin.

    :param form_key: the sheet, by which one is known that no number names yet.
    """
    others = Page.found_at(slug)
    if page is not None:
        others = others.where(Page.id != page.id)
    elif form_key:
        others = others.where(Page.form_key.is_distinct_from(form_key))
    return db.session.scalar(others.limit(1)) is not None


def slugs() -> frozenset[str]:
    """Every address that a page has, drafts and those in the bin among them."""
    return frozenset(
        db.session.scalars(select(Page.slug).where(Page.slug.is_not(None)))
    )


def _one(pages: Select[Page], lock: bool) -> Page:
    whole = pages.options(*_WHOLE)
    if lock:
        whole = whole.with_for_update(of=Page, key_share=True)
    return db.session.scalar(whole) or abort(404)


def _look_for_moved(out: Select[Page], slug: str) -> Page:
    former = out.join(FormerPageSlug, FormerPageSlug.page_id == Page.id)
    moved = db.session.scalar(former.where(FormerPageSlug.slug == slug))
    if moved is None or moved.slug is None:
        abort(404)
    lead_to(slug=moved.slug)
