"""The site as somebody who runs it has set it."""

from typing import Any

from app.extensions import cache, db
from app.models import Site


def choose(**choices: Any) -> None:
    """Have the site be so, at once."""
    site = db.session.get_one(Site, 1)
    for name, value in choices.items():
        setattr(site, name, value)
    db.session.commit()
    cache.clear()
