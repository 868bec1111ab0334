"""How templates write times and numbers."""

from datetime import UTC, datetime

from flask import Flask
from flask_babel import format_date, format_timedelta, ngettext


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(ago=ago, day=day, minutes=minutes)


def ago(moment: datetime) -> str:
    """How long ``moment`` is over: "3 hours ago"."""
    return format_timedelta(moment - datetime.now(UTC), add_direction=True)


def day(moment: datetime) -> str:
    """The day of ``moment``: "Nov 21, 2026"."""
    return format_date(moment)


def minutes(number: int) -> str:
    """How long something takes to read: "4 min"."""
    return ngettext("%(num)d min", "%(num)d min", number)
