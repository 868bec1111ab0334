"""What is written down while the site runs: one line each, and nobody's words in it."""

import json
import logging
from datetime import UTC, datetime
from secrets import token_hex
from time import perf_counter
from typing import Any

from flask import Flask, g, has_request_context, request
from flask.logging import default_handler
from werkzeug.wrappers import Response

_LOG = logging.getLogger("app.requests")


def init_app(app: Flask) -> None:
    """Write lines of JSON to the standard error, if ``LOG_FORMAT`` says so."""
    if app.config["LOG_FORMAT"] != "json":
        return
    lines = logging.StreamHandler()
    lines.setFormatter(JSON())
    root = logging.getLogger()
    root.handlers, root.level = [lines], logging.INFO
    app.logger.removeHandler(default_handler)
    app.before_request(_begin)
    app.after_request(_end)


class JSON(logging.Formatter):
    """A line for programs: an object with a few well-known names."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            # Flask would name the path of what failed, and some paths are secrets.
            "message": "exception" if record.exc_info else record.getMessage(),
            **(_about() if has_request_context() else {}),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def _about() -> dict[str, Any]:
    """What a line says of the request at hand: names of ours, nothing typed."""
    facts = {"request": g.get("request_id"), "endpoint": request.endpoint}
    return {**facts, "method": request.method, **g.get("answered", {})}


def _begin() -> None:
    g.began, g.request_id = perf_counter(), token_hex(6)


def _end(response: Response) -> Response:
    took = round((perf_counter() - g.began) * 1000, 1)
    g.answered = {"status": response.status_code, "ms": took}
    _LOG.info("answered")
    response.headers["X-Request-Id"] = g.request_id
    return response
