"""What stands before everything else: whoever watches the site is let through here.

Balancers and Prometheus ask a process by its number, not by the site's name. Under a
name that is not the site's Flask answers 400, so to these addresses they come under the
site's own: what is said there does not depend on the name, and no link is made of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

#: Where the name that was asked for is no matter.
NAMELESS = frozenset({"/healthz", "/readyz"})


def init_app(app: Flask) -> None:
    app.wsgi_app = Watch(app)  # type: ignore[assignment,method-assign]


class Watch:
    """The whole application, as the server calls it."""

    def __init__(self, app: Flask) -> None:
        self._serve = app.wsgi_app
        self._name = urlsplit(app.config["SITE_URL"]).netloc.rpartition("@")[2]

    def __call__(
        self, environ: WSGIEnvironment, start: StartResponse
    ) -> Iterable[bytes]:
        if environ["PATH_INFO"] in NAMELESS:
            environ["HTTP_HOST"] = self._name
        return self._serve(environ, start)
