"""What this site is called, whom it lets in and which pages it has: asked for once."""

from dataclasses import dataclass

from flask import current_app
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from app.extensions import cache, db
from app.models import Page, Site
from app.models.permissions import WRITE, Permission
from app.web.edition import FileEdition

_KEY = "site"
_SECONDS = 60
# Its row, once for each page of its own that is out; in the order of the foot.
_SITE = (
    select(Site, Page.slug, Page.title, Page.language, Page.is_linked)
    .outerjoin(Page, Page.is_out())
    .order_by(Page.place, Page.title, Page.id)
)


@dataclass(frozen=True)
class PageLink:
    """A page of the site that everybody may read.

    :param at_foot: whether it is linked at the foot of every page.
    """

    slug: str
    title: str
    language: str
    at_foot: bool

    @property
    def path(self) -> str:
        return f"/pages/{self.slug}"


@dataclass(frozen=True)
class CurrentSite:
    name: str
    tagline: str
    joining: str
    is_indexable: bool
    ai_crawlers: str
    granted_to_all: frozenset[Permission]
    pages: tuple[PageLink, ...] = ()

    def page(self, slug: str) -> PageLink | None:
        """The published page at ``slug``, if there is one."""
        return next((page for page in self.pages if page.slug == slug), None)

    @property
    def links_at_foot(self) -> tuple[tuple[str, str, str], ...]:
        """Path, language and title of the pages at the foot of every page."""
        linked = (page for page in self.pages if page.at_foot)
        return tuple((page.path, page.language, page.title) for page in linked)

    @property
    def everybody_writes(self) -> bool:
        return WRITE in self.granted_to_all


def current_site() -> CurrentSite | None:
    """This site as it is, or was a minute ago on another machine; None before setup.

    Remembered, so that a page costs no statement for it. "Not set up" never is: the
    first account has to be seen by every process at once.
    """
    edition = _edition().now()
    known: tuple[int | None, CurrentSite] | None = cache.get(_KEY)
    if known and known[0] == edition:
        return known[1]
    site = _asked()
    if site is not None:
        cache.set(_KEY, (edition, site), timeout=_SECONDS)
    return site


def _asked() -> CurrentSite | None:
    rows = db.session.execute(_SITE).all()
    if not rows:
        return None
    site = rows[0][0]
    return CurrentSite(
        name=site.name,
        tagline=site.tagline,
        joining=who_may_join(site),
        is_indexable=site.is_indexable,
        ai_crawlers=site.ai_crawlers,
        granted_to_all=site.granted_to_all,
        pages=tuple(
            PageLink(slug, title, language, at_foot)
            for _, slug, title, language, at_foot in rows
            if slug
        ),
    )


def site_or_none() -> CurrentSite | None:
    """The site; None where the database fails, too: the page that says so is drawn."""
    try:
        return current_site()
    except SQLAlchemyError:
        return None


def site_name() -> str:
    """What letters and devices call the site, also before it has a name."""
    site = current_site()
    return site.name if site else "Inklings"


def site_of_now() -> Site:
    """The row itself: for who changes it, and where a minute ago is not good enough."""
    return db.session.get_one(Site, 1, populate_existing=True)


def who_may_join(site: Site) -> str:
    """What the configuration says of the door, or else what the admins chose."""
    return str(current_app.config["JOINING"] or site.joining)


def forget_site() -> None:
    """Ask again next time: it or a page has just been changed, and committed."""
    _edition().turn()
    cache.delete(_KEY)
    # A page for visitors may have been drawn between the commit and this.
    if pages := current_app.extensions.get("edition"):
        pages.turn()


def _edition() -> FileEdition:
    """What tells the other processes of this machine that it has changed."""
    return FileEdition(current_app.instance_path, "edition-of-site")
