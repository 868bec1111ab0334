"""What this site is called and whom it lets in: asked for once, then remembered."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from app.extensions import cache, db
from app.models import Site
from app.models.permissions import WRITE, Permission

_KEY = "site"
_SECONDS = 60


@dataclass(frozen=True)
class CurrentSite:
    name: str
    tagline: str
    joining: str
    is_indexable: bool
    ai_crawlers: str
    granted_to_all: frozenset[Permission]

    @property
    def everybody_writes(self) -> bool:
        return WRITE in self.granted_to_all


def current_site() -> CurrentSite | None:
    """This site as it was a minute ago at most; None while nobody has set it up.

    Remembered, so that a page costs no statement for it. "Not set up" never is: the
    first account has to be seen by every process at once.
    """
    if known := cache.get(_KEY):
        return known
    site = db.session.scalar(select(Site))
    if site is None:
        return None
    known = CurrentSite(
        name=site.name,
        tagline=site.tagline,
        joining=site.joining,
        is_indexable=site.is_indexable,
        ai_crawlers=site.ai_crawlers,
        granted_to_all=site.granted_to_all,
    )
    cache.set(_KEY, known, timeout=_SECONDS)
    return known


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


def forget_site() -> None:
    """Ask again next time: its row has just been changed, and committed."""
    cache.delete(_KEY)
