"""What this site calls itself: asked of the database once, then remembered."""

from dataclasses import dataclass

from sqlalchemy import select

from app.extensions import cache, db
from app.models import Site
from app.models.permissions import WRITE, Permission

_KEY = "site"
_SECONDS = 60


@dataclass(frozen=True)
class Identity:
    name: str
    tagline: str
    joining: str
    granted_to_all: frozenset[Permission]

    @property
    def everybody_writes(self) -> bool:
        return WRITE in self.granted_to_all


def current_site() -> Identity | None:
    """The name of this site; None while nobody has set it up.

    Remembered for a minute, so that a page costs no statement for it. "Not set up"
    is never remembered: the first account has to be seen by every process at once.
    """
    if identity := cache.get(_KEY):
        return identity
    site = db.session.scalar(select(Site))
    if site is None:
        return None
    identity = Identity(site.name, site.tagline, site.joining, site.granted_to_all)
    cache.set(_KEY, identity, timeout=_SECONDS)
    return identity


def site_of_now() -> Site:
    """The row itself: for who changes it, and where a minute ago is not good enough."""
    return db.session.get_one(Site, 1, populate_existing=True)


def forget_site() -> None:
    """Ask again next time: its row has just been changed, and committed."""
    cache.delete(_KEY)
