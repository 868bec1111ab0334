"""Static files from memory, packed once for browsers that unpack.

They stand before Flask, as kept pages do: an address that names a version stands for
the same bytes for ever. No file holds a secret, so nothing is learned from how well it
packs.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from flask import Flask
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from app.web.assets import Assets
from app.web.page_cache import Answer, Header

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_PACKED: Final = ("text/", "image/svg+xml", "application/")
#: Bytes of a file that is worth packing: the rest fits into one packet anyway.
_LEAST: Final = 1_000
# What would make an answer another one than that to everybody.
_ASKED = {"HTTP_COOKIE", "HTTP_RANGE", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"}


def init_app(app: Flask) -> None:
    app.wsgi_app = StaticFiles(app)  # type: ignore[assignment,method-assign]


class StaticFiles:
    """What Flask answers about a file, kept from when somebody asks first."""

    def __init__(self, app: Flask) -> None:
        self._app, self._serve = app, app.wsgi_app
        self._kept: dict[tuple[str, str, bool], Answer] = {}

    def __call__(
        self, environ: WSGIEnvironment, start: StartResponse
    ) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not path.startswith("/static/") or not _is_plain(environ):
            return self._serve(environ, start)
        packs = _unpacks(environ.get("HTTP_ACCEPT_ENCODING", ""))
        key = (path, environ["wsgi.url_scheme"], packs)
        if answer := self._kept.get(key):
            return answer.to(environ, start)
        return self._take(environ, start, key)

    def _take(
        self,
        environ: WSGIEnvironment,
        start: StartResponse,
        key: tuple[str, str, bool],
    ) -> Iterable[bytes]:
        assets: Assets = self._app.extensions["assets"]
        if self._app.debug or key[0] not in assets.addresses:
            return self._serve(environ, start)
        answer = self._asked(environ)
        if answer is None:
            return self._serve(environ, start)
        self._kept[key] = packed(answer) if key[2] else told(answer)
        return self._kept[key].to(environ, start)

    def _asked(self, environ: WSGIEnvironment) -> Answer | None:
        """The whole file, as it is answered to somebody who knows nothing of it."""
        said: list[tuple[str, list[Header]]] = []
        plain = {name: environ[name] for name in environ.keys() - _ASKED}
        plain["REQUEST_METHOD"] = "GET"

        def listen(status: str, headers: list[Header], _error: object = None) -> None:
            said.append((status, headers))

        chunks = self._serve(plain, listen)  # type: ignore[arg-type]
        body = b"".join(chunks)
        if close := getattr(chunks, "close", None):
            close()
        status, headers = said[-1]
        is_file = status.startswith("200") and "set-cookie" not in _names(headers)
        return Answer(status, headers, body, 0, math.inf) if is_file else None


def told(answer: Answer) -> Answer:
    """The same, saying that there is another for others where there is."""
    vary = [("Vary", "Accept-Encoding")] if _is_packed(answer) else []
    headers = [*answer.headers, *vary]
    return Answer(answer.status, headers, answer.body, 0, math.inf)


def packed(answer: Answer) -> Answer:
    """The same in gzip, under an ETag of its own, where that is shorter."""
    if not _is_packed(answer):
        return answer
    body = gzip.compress(answer.body, 9, mtime=0)
    names = _names(answer.headers) | {
        "content-length": str(len(body)),
        "etag": f'{_names(answer.headers)["etag"].rstrip(chr(34))}-gzip"',
    }
    headers = [(name, names[name.lower()]) for name, _ in answer.headers]
    told = [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
    return Answer(answer.status, [*headers, *told], body, 0, math.inf)


def _is_packed(answer: Answer) -> bool:
    kind = _names(answer.headers).get("content-type", "")
    return kind.startswith(_PACKED) and len(answer.body) >= _LEAST


def _is_plain(environ: WSGIEnvironment) -> bool:
    """Whether somebody asks for a file as a whole, and no more."""
    is_read = environ["REQUEST_METHOD"] in {"GET", "HEAD"}
    return is_read and "HTTP_RANGE" not in environ


@lru_cache(maxsize=1000)
def _unpacks(accepted: str) -> bool:
    return parse_accept_header(accepted, Accept)["gzip"] > 0 if accepted else False


def _names(headers: list[Header]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers}
