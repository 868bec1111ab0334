"""What stands before everything else, and sees each request whole.

It gives the request a name, counts and times it, and writes it down if that is wanted.
See docs/watching.md.

Balancers and Prometheus ask a process by its number, not by the site's name. Under a
name that is not the site's Flask answers 400, so to these addresses they come under the
site's own: what is said there does not depend on the name, and no link is made of it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from random import getrandbits
from time import perf_counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import Flask, before_render_template, g, request, template_rendered
from sqlalchemy import inspect
from werkzeug.wrappers import Response

from app.web.at_hand import Work, at_hand

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

#: Where the name that was asked for is no matter.
NAMELESS = frozenset({"/healthz", "/readyz", "/metrics"})
#: Seconds from which on a request is slow.
SLOW = 1.0
#: What a proxy may call a request.
_SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")
_LOG = logging.getLogger("app.requests")
# It has a switch of its own, ACCESS_LOG.
_LOG.setLevel(logging.INFO)


def init_app(app: Flask) -> None:
    app.wsgi_app = Watch(app)  # type: ignore[assignment,method-assign]
    app.extensions["watch"] = app.wsgi_app
    app.before_request(_note_endpoint)
    app.after_request(_note_reader)
    if app.config["DEVELOPMENT"]:
        before_render_template.connect(_begin_template, app)
        template_rendered.connect(_end_template, app)


class Watch:
    """The whole application, as the server calls it."""

    def __init__(self, app: Flask) -> None:
        self._serve = app.wsgi_app
        self._name = urlsplit(app.config["SITE_URL"]).netloc.rpartition("@")[2]
        self._believes = app.config["TRUSTED_PROXIES"] > 0
        self._tells_times = app.config["DEVELOPMENT"]
        self._least = {"all": 0.0, "slow": SLOW}.get(app.config["ACCESS_LOG"])
        #: What is called with each piece of work that is done.
        self.listeners: list[Callable[[Work], None]] = []

    def __call__(
        self, environ: WSGIEnvironment, start: StartResponse
    ) -> Iterable[bytes]:
        work = Work(self._name_of(environ), environ["REQUEST_METHOD"])
        token = at_hand.set(work)
        if environ["PATH_INFO"] in NAMELESS:
            environ["HTTP_HOST"] = self._name

        def answer(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            work.status = int(status[:3])
            told = [*headers, ("X-Request-Id", work.id)]
            if self._tells_times:
                told.append(("Server-Timing", _times(work)))
            return start(status, told, *rest)

        try:
            return self._serve(environ, answer)
        finally:
            if not work.endpoint:
                work.endpoint = _served_by(environ["PATH_INFO"], work.status)
            self._note(work)
            at_hand.reset(token)

    def _name_of(self, environ: WSGIEnvironment) -> str:
        """What the last proxy calls the request, if we believe it; or a new name."""
        given = environ.get("HTTP_X_REQUEST_ID", "") if self._believes else ""
        # No secret, and eight times faster than a random token.
        return given if _SANE.fullmatch(given) else f"{getrandbits(64):016x}"

    def _note(self, work: Work) -> None:
        for hear in self.listeners:
            hear(work)
        if self._least is not None and work.seconds >= self._least:
            _LOG.info("%s %s %s", work.method, work.endpoint, work.status)


def _served_by(path: str, status: int) -> str:
    """What answered in front of Flask, where no view was asked for."""
    if status >= 400 or not status:
        return "none"
    return "static_files" if path.startswith("/static/") else "page_cache"


def _note_endpoint() -> None:
    if work := at_hand.get():
        work.endpoint = request.endpoint or "none"


def _note_reader(response: Response) -> Response:
    """Who it was, as far as that was asked; nobody is looked up for it."""
    if (work := at_hand.get()) and (reader := g.get("_login_user")):
        known = inspect(reader, raiseerr=False)
        work.user = known.identity[0] if known is not None and known.identity else None
    return response


def _times(work: Work) -> str:
    """For the browser's own tools (W3C Server Timing); in milliseconds."""
    parts = {
        "total": work.seconds,
        f'db;desc="{work.statements} statements"': work.in_database,
        "template": work.in_templates,
    }
    return ", ".join(f"{name};dur={took * 1000:.1f}" for name, took in parts.items())


def _begin_template(_app: Flask, **_told: object) -> None:
    if work := at_hand.get():
        work.in_templates -= perf_counter()


def _end_template(_app: Flask, **_told: object) -> None:
    if work := at_hand.get():
        work.in_templates += perf_counter()
