"""The reader's clock: the account's time zone, else the cookie's, else UTC.

A browser asks for a language, but says no time zone before somebody chooses one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo

from flask import g
from flask_login import current_user

from app.lib.time_zones import names, zone_of
from app.web import cookies

COOKIE = "time_zone"


def chosen_time_zone() -> str:
    """The zone that the reader chose, as in ``"Europe/Berlin"``; empty for none."""
    of_account = current_user.is_authenticated and current_user.account.time_zone
    chosen = of_account or cookies.chosen(COOKIE)
    return chosen if chosen in names() else ""


def local(moment: datetime) -> datetime:
    """``moment`` on the reader's clock."""
    return moment.astimezone(_zone())


@contextmanager
def on_the_clock_of(zone: str) -> Iterator[None]:
    """Tell times in another zone for a while; an empty ``zone`` is the world's."""
    before = _zone()
    g.zone = zone_of(zone)
    yield
    g.zone = before


def _zone() -> tzinfo:
    """The reader's zone, asked for once a request."""
    known: tzinfo | None = g.get("zone")
    if known is None:
        known = g.zone = zone_of(chosen_time_zone())
    return known
