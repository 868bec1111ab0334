"""What is written down while the site runs: one line each, and nobody's words in it.

A line says when, how bad, what, and at which request or row of the outbox. Whatever a
library says goes through :func:`app.lib.scrubbing.scrubbed`. See
docs/decisions/0039-what-is-written-down.md.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from typing import Any, TextIO

from flask import Flask
from flask.logging import default_handler

from app.lib.scrubbing import scrubbed
from app.web.at_hand import Work, at_hand

#: What begins a new line somewhere, or steers the terminal of whoever reads it.
_STEERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def init_app(app: Flask) -> None:
    """Write what this process says to its standard error, from now on."""
    root = logging.getLogger()
    for earlier in [one for one in root.handlers if isinstance(one, Lines)]:
        root.removeHandler(earlier)
    formatter = JSON() if app.config["LOG_FORMAT"] == "json" else Text()
    lines = Lines()
    lines.setFormatter(formatter)
    root.addHandler(lines)
    app.logger.removeHandler(default_handler)
    level = logging.getLevelNamesMapping()[app.config["LOG_LEVEL"].upper()]
    # In detail only about ourselves: libraries tell what goes over the wire.
    root.setLevel(max(level, logging.INFO))
    app.logger.setLevel(level if level < logging.INFO else logging.NOTSET)
    for handler in logging.getLogger("gunicorn.error").handlers:
        if getattr(handler, "stream", None) is sys.stderr:
            handler.setFormatter(formatter)


class Lines(logging.StreamHandler[Any]):
    """Standard error, whatever that is at the moment."""

    @property
    def stream(self) -> TextIO:
        return sys.stderr

    @stream.setter
    def stream(self, _stream: TextIO) -> None:
        """It is never another one."""


class Text(logging.Formatter):
    """A line for people: the time, the level, who says what, and at what work."""

    def format(self, record: logging.LogRecord) -> str:
        said = _STEERS.sub(" ", message(record))
        facts = " ".join(f"{name}={value}" for name, value in about(at_hand.get()))
        moment = self.formatTime(record)
        line = f"{moment} {record.levelname} {record.name}: {said} [{facts}]"
        told = [_STEERS.sub(" ", one) for one in trace(record).split("\n")]
        return "\n".join(filter(None, [line.removesuffix(" []"), *told]))


class JSON(logging.Formatter):
    """A line for programs: an object with a few well-known names."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": message(record),
            "process": record.process,
            **dict(about(at_hand.get())),
        }
        if told := trace(record):
            line["trace"] = told
        return json.dumps(line, ensure_ascii=False)


def message(record: logging.LogRecord) -> str:
    """What is said, without what must not be written down."""
    return scrubbed(record.getMessage())


def trace(record: logging.LogRecord) -> str:
    """Where an exception came from, as Python tells it: lines of code, no values."""
    if not record.exc_info or record.exc_info[0] is None:
        return ""
    return scrubbed("".join(traceback.format_exception(*record.exc_info)).rstrip())


def about(work: Work | None) -> list[tuple[str, Any]]:
    """What a line says of the work at hand: numbers, names of ours, nothing typed."""
    if work is None:
        return []
    if work.job:
        return [("job", work.job), ("row", work.row)]
    facts = {
        "request": work.id,
        "method": work.method,
        "endpoint": work.endpoint,
        "status": work.status or None,
        "user": work.user,
        "ms": round(work.seconds * 1000, 1),
        "statements": work.statements,
    }
    return [(name, value) for name, value in facts.items() if value not in ("", None)]
