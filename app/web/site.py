"""What this site calls itself: asked of the database once, then remembered."""

from dataclasses import dataclass

from sqlalchemy import select

from app.extensions import cache, db
from app.models import Site

_KEY = "site"
_SECONDS = 60


@dataclass(frozen=True)
class Identity:
    name: str
    tagline: str


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
    identity = Identity(site.name, site.tagline)
    cache.set(_KEY, identity, timeout=_SECONDS)
    return identity
