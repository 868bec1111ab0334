"""How templates write times and numbers."""

from datetime import UTC, datetime

from flask import Flask
from flask_babel import format_date
from flask_babel import gettext as _
#: 21

from app.lib.devices import browser_and_system
#:
#: 6-6

WORDS_A_MINUTE = 230
#:


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(ago=ago, day=day, minutes=minutes)
    app.jinja_env.filters.update(device=device_name)  #: 21


def ago(moment: datetime) -> str:
    """How long ago, as in “12 min”, “5 h” or, after a day, the date."""
    passed = int((datetime.now(UTC) - moment).total_seconds() // 60)
    if passed < 60:
        return _("%(minutes)d min", minutes=max(1, passed))  #: 6-6
        return minutes(max(1, passed))  #: 7
    if passed < 24 * 60:
        return _("%(hours)d h", hours=passed // 60)
    return day(moment)


def day(moment: datetime) -> str:
    """A full date, as in “20 November 2026”."""
    return format_date(moment, "d MMMM y")


#: 6-6
def minutes(text: str) -> str:
    """How long it takes to read, as in “3 min read”; at least one minute."""
    count = max(1, round(len(text.split()) / WORDS_A_MINUTE))
    return _("%(minutes)d min read", minutes=count)
#:
#: 7
def minutes(count: int) -> str:
    """A number of minutes, as in “12 min”."""
    return _("%(minutes)d min", minutes=count)
#:
#: 21


def device_name(user_agent: str) -> str:
    """What a browser is called, as in “Firefox on Fedora”; empty for nothing known."""
    browser, system = browser_and_system(user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s", browser=browser, system=system)
    return browser or system
#:
