"""How moments and numbers are written for people."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from math import ceil

from babel.dates import format_date, format_skeleton, format_timedelta
from babel.numbers import format_decimal
from flask import Flask
from flask_babel import gettext as _
from flask_babel import ngettext as _n
from markupsafe import Markup

from app.lib.addresses import host_of
from app.lib.devices import is_phone
from app.lib.languages import direction_of
from app.lib.reading import WORDS_A_MINUTE, minutes_to_read
from app.models.post import WHOLE_NOTE
from app.web.audit import action_words
from app.web.clock import local
from app.web.devices import device_name
from app.web.locale import language

_HOUR, _DAY = 3600, 24 * 3600


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        ago=ago,
        minutes=minutes,
        day=day,
        month=month,
        month_name=month_name,
        number=number,
        until=until,
        web_name=web_name,
        host=host_of,
        tongue=tongue,
        moment=moment,
        clock=clock,
        since=since,
        device=device_name,
        action_words=action_words,
    )
    app.jinja_env.tests.update(phone=is_phone)
    app.jinja_env.globals.update(
        minutes_to_read=minutes_to_read,
        words_a_minute=WORDS_A_MINUTE,
        whole_note=WHOLE_NOTE,
    )


def ago(moment: datetime) -> str:
    """How long ago, as in “12 min”, “5 h”, “yesterday”, “17 Nov”, “17 Nov 2024”."""
    present = datetime.now(UTC)
    seconds = (present - moment).total_seconds()
    if seconds < _HOUR:
        return minutes(max(1, int(seconds // 60)))
    if seconds < _DAY:
        return _hours(int(seconds // _HOUR), language())
    then, today = local(moment).date(), local(present).date()
    if then == today - timedelta(days=1):
        return _("yesterday")
    return _date(then, "MMMd" if then.year == today.year else "yMMMd", language())


def minutes(count: int) -> str:
    """A number of minutes, as in “12 min”."""
    return _minutes(count, language())


def day(moment: datetime) -> str:
    """A full date on the reader's clock, as in “20 November 2026”."""
    date = local(moment).date()
    return format_date(date, "long", locale=_written(language()))


def moment(when: datetime) -> str:
    """A date with the time on the reader's clock, as in “20 Nov 2026, 14:05”."""
    day = _date(local(when).date(), "yMMMd", language())
    return _("%(day)s, %(time)s", day=day, time=clock(when))


def clock(when: datetime) -> str:
    """A time of day on the reader's clock, as in “14:05”."""
    return f"{local(when):%H:%M}"


def since(when: datetime) -> str:
    """How long ago in whole words, as in “2 hours ago”."""
    passed = when - datetime.now(UTC)
    return format_timedelta(passed, add_direction=True, locale=_written(language()))


def month(moment: datetime) -> str:
    """A month, as in “March 2019”."""
    return _date(local(moment).date().replace(day=1), "yMMMM", language())


def month_name(moment: datetime) -> str:
    """A month below its year, as in “March”."""
    return format_date(local(moment).date(), "LLLL", locale=_written(language()))


def number(count: int) -> str:
    """A count with the separators of the reader's language, as in “1,284”."""
    return str(count) if count < 1000 else _decimal(count, language())


def web_name(address: str) -> str:
    """A web address as people say it: ``https://example.org/`` is “example.org”."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


@lru_cache(maxsize=256)
def tongue(language: str) -> Markup:
    """The attributes of a text in ``language``, a code; empty for one not said.

    What is not said is not that of the page: a browser that reads aloud finds out.
    """
    return Markup(' lang="{}" dir="{}"').format(language, direction_of(language))


def until(moment: datetime) -> str:
    """How many days are left, in words."""
    days = max(0, ceil((moment - datetime.now(UTC)) / timedelta(days=1)))
    return _n("%(num)d day left", "%(num)d days left", days)


# What a list says twenty times is said once for each language.


@lru_cache(maxsize=1024)
def _minutes(count: int, locale: str) -> str:
    return _("%(minutes)d min", minutes=count)


@lru_cache(maxsize=1024)
def _hours(count: int, locale: str) -> str:
    return _("%(hours)d h", hours=count)


@lru_cache(maxsize=4096)
def _date(value: date, parts: str, locale: str) -> str:
    return format_skeleton(parts, value, locale=_written(locale))


@lru_cache(maxsize=1024)
def _decimal(value: int, locale: str) -> str:
    return format_decimal(value, locale=locale)


def _written(locale: str) -> str:
    """Plain "en" would write dates as the United States do: month first."""
    return "en_GB" if locale == "en" else locale
