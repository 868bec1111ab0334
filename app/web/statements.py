"""How many statements a piece of work sends, how long they take, and which are slow."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from time import monotonic, perf_counter
from types import FrameType
from typing import Any, Final

from flask import Flask, current_app, has_app_context
from sqlalchemy import Engine, event

from app.web.at_hand import at_hand

_LOG = logging.getLogger("app.statements")
_APP: Final = f"{Path(__file__).parent.parent}/"
# What stands between a statement and who wanted it.
_BETWEEN: Final = tuple(
    f"{_APP}{path}" for path in ("extensions.py", "web/jinja.py", "web/statements.py")
)
#: Seconds below which nothing is slow, whatever the setting says.
LEAST: Final = 0.01
#: For how many seconds a slow statement is told of once, of how many statements.
ONCE_IN, MOST = 60, 500
#: When a statement may be told of again, and how often it was slow meanwhile.
_told: dict[str, tuple[float, int]] = {}


def init_app(_app: Flask) -> None:
    """Listen to all databases of this process, whose ever they are."""
    if not event.contains(Engine, "before_cursor_execute", _begin):
        event.listen(Engine, "before_cursor_execute", _begin)
        event.listen(Engine, "after_cursor_execute", _end)


def _begin(*args: Any) -> None:
    args[4].inklings_began = perf_counter()


def _end(*args: Any) -> None:
    took = perf_counter() - args[4].inklings_began
    if work := at_hand.get():
        work.statements += 1
        work.in_database += took
    if took > LEAST and has_app_context():
        slow = current_app.config["SLOW_STATEMENT"]
        if slow and took * 1000 >= slow:
            _tell(args[2], took)


def _tell(statement: str, took: float) -> None:
    """Write a slow statement down, without its values; each once a minute."""
    free_at, missed = _told.get(statement, (0.0, 0))
    if monotonic() < free_at:
        _told[statement] = free_at, missed + 1
        return
    if len(_told) >= MOST:
        _told.clear()
    _told[statement] = monotonic() + ONCE_IN, 0
    again = f", {missed} more before" if missed else ""
    words = " ".join(statement.split())[:2000]
    where = wanted_by(sys._getframe(1))
    _LOG.warning("Slow: %.0f ms%s, %s: %s", took * 1000, again, where, words)


def wanted_by(frame: FrameType | None) -> str:
    """The line of our code, or of a template, that is nearest to ``frame``."""
    while frame:
        path = frame.f_code.co_filename
        if template := frame.f_globals.get("__jinja_template__"):
            line = template.get_corresponding_lineno(frame.f_lineno)
            return f"app/templates/{template.name}:{line}"
        if path.startswith(_APP) and path not in _BETWEEN:
            name = frame.f_code.co_name
            return f"app/{path.removeprefix(_APP)}:{frame.f_lineno} in {name}()"
        frame = frame.f_back
    return "not from a page"
