"""Whole pages of visitors, kept until something changes that visitors see.

It stands before Flask: a page that is known costs less than finding out whose view it
would be. What it keeps is what the answer itself allows any cache to keep
(RFC 9111, section 3), and it keeps less: nothing for whoever brings a cookie that is
not a matter of looks. See docs/decisions/0035-pages-of-visitors-are-kept.md.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from flask import Flask
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import (
    parse_accept_header,
    parse_cookie,
    parse_etags,
    unquote_etag,
)

from app.lib.lru import LRU
from app.web.edition import edition_of
from app.web.locale import COOKIE, LANGUAGES, first_spoken
from app.web.looks import LOOKS
from app.web.programs import PREFIX

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

Header = tuple[str, str]
#: What all kept pages of a process may take together, and a single one, in bytes.
ROOM, LARGEST = 24_000_000, 1_000_000
#: What a visitor may have chosen and still read the pages of all others.
_CHOICES: Final = {**LOOKS, COOKIE: tuple(LANGUAGES)}
#: What an answer weighs beside its words and those that lead to it, in bytes.
_FRAME: Final = 3_000
#: What an answer may depend on, to be kept: all of it is in the key.
_KNOWN = {"cookie", "accept-language"}
#: And one of the API: whoever shows a token never comes so far.
_KNOWN_OF_PROGRAMS = {"accept", "accept-language", "authorization"}
#: What of an answer is for the one who was first to ask.
_FOR_ONE: Final = {"ratelimit", "ratelimit-policy"}
_LONGEST = 400
#: Where files are, of which browsers ask for once, or for parts.
_FILES = ("/static/", "/media/")
#: What machines ask, who are to hear of this process even while Redis hangs.
_PROBES = {"/healthz", "/readyz", "/metrics"}
#: Says in the environment that whoever asked for a page compares it themselves.
DRAWN_WHOLE = "inklings.drawn_whole"
# Of a whole answer, what also says that nothing is new (RFC 9110, section 15.4.5).
_SAID_AGAIN = {"cache-control", "etag", "expires", "last-modified", "vary"}
# And what machines are asked, which changes where the page does not.
_SAID_AGAIN |= {"x-robots-tag", "tdm-reservation"}
# And what browsers may do with it: a new version of the site may be stricter.
_SAID_AGAIN |= {"content-security-policy"}
# And which pages may read it: a script that asks by itself sees this answer.
_SAID_AGAIN |= {"access-control-allow-origin", "access-control-expose-headers"}
_SAID_AGAIN |= {"cross-origin-resource-policy"}


def init_app(app: Flask) -> None:
    app.extensions["edition"] = edition_of(app)
    if seconds := app.config["PAGE_CACHE"]:
        app.wsgi_app = PageCache(app, seconds)  # type: ignore[assignment,method-assign]


@dataclass(frozen=True)
class Answer:
    """A whole answer, and until when and in which edition it is believed."""

    status: str
    headers: list[Header]
    body: bytes
    edition: int
    until: float

    def to(self, environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        """Say it to whoever asks; or that they have it already."""
        if self._is_known(environ):
            again = [pair for pair in self.headers if pair[0].lower() in _SAID_AGAIN]
            start("304 NOT MODIFIED", again)
            return []
        start(self.status, list(self.headers))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]

    def _is_known(self, environ: WSGIEnvironment) -> bool:
        """Whether who asks has it (RFC 9110, section 13.1).

        A moment counts if it is exactly ours: what is taken away makes a page older.
        """
        said = {name.lower(): value for name, value in self.headers}
        if "HTTP_IF_NONE_MATCH" in environ:
            asked = parse_etags(environ["HTTP_IF_NONE_MATCH"])
            return asked.contains_weak(unquote_etag(said["etag"])[0] or "")
        moment = environ.get("HTTP_IF_MODIFIED_SINCE")
        return moment is not None and moment == said.get("last-modified")


class PageCache:
    """What Flask serves to visitors, from memory where it is still the same."""

    def __init__(self, app: Flask, seconds: int) -> None:
        self._serve, self._seconds = app.wsgi_app, seconds
        self._prefix = app.config["COOKIE_PREFIX"]
        self._edition = app.extensions["edition"]
        self._pages: LRU[Answer] = LRU(ROOM)

    def __call__(
        self, environ: WSGIEnvironment, start: StartResponse
    ) -> Iterable[bytes]:
        key = _key(environ, self._prefix)
        edition = self._edition.now() if key else None
        if edition is None:
            return self._serve(environ, start)
        known = self._pages.get(key)
        if known and known.edition == edition and time.monotonic() < known.until:
            return known.to(environ, start)
        return self._draw(environ, start, key, edition)

    def _draw(
        self, environ: WSGIEnvironment, start: StartResponse, key: Any, edition: int
    ) -> Iterable[bytes]:
        """Have the page drawn, and keep it if that is allowed.

        It is drawn whole also for whoever has it already, so that it can be kept.
        """
        said: list[Any] = []
        environ[DRAWN_WHOLE] = True

        def listen(*words: Any) -> Any:
            said[:] = words

        chunks = self._serve(environ, listen)
        status, headers = said[:2]
        if not _is_whole_page(environ, status, headers):
            start(*said)
            return chunks
        body = b"".join(chunks)
        if close := getattr(chunks, "close", None):
            close()
        until = time.monotonic() + self._seconds
        answer = Answer(status, headers, body, edition, until)
        if _may_keep(environ, headers):
            asked = sum(len(str(part)) for part in key)
            kept = [pair for pair in headers if pair[0].lower() not in _FOR_ONE]
            room = len(body) + asked + _FRAME
            self._pages.put(key, replace(answer, headers=kept), room)
        return answer.to(environ, start)


def _key(environ: WSGIEnvironment, prefix: str) -> tuple[Any, ...] | None:
    """What the page depends on; None for what is not looked for among the kept.

    :param prefix: how the names of our cookies begin.
    """
    query, path = environ.get("QUERY_STRING", ""), environ.get("PATH_INFO", "")
    if (
        environ["REQUEST_METHOD"] not in {"GET", "HEAD"}
        or len(query) > _LONGEST
        or len(path) > _LONGEST
        or path.startswith(_FILES)
        or path in _PROBES
        or "HTTP_X_PART" in environ
        or "HTTP_AUTHORIZATION" in environ
    ):
        return None
    looks = _looks(environ.get("HTTP_COOKIE", ""), prefix)
    if looks is None:
        return None
    return (
        environ["wsgi.url_scheme"],
        environ.get("HTTP_HOST", ""),
        environ.get("SCRIPT_NAME", ""),
        path,
        query,
        _language(environ.get("HTTP_ACCEPT_LANGUAGE", "")),
        environ.get("HTTP_ACCEPT", "") if path.startswith(PREFIX) else None,
        looks,
    )


@lru_cache(maxsize=1000)
def _looks(cookies: str, prefix: str) -> tuple[Header, ...] | None:
    """What a visitor has chosen; None for whoever brings any other cookie.

    Read as a request reads them, and no more of them than a page does.
    """
    if not cookies:
        return ()
    brought = parse_cookie(cookies)
    ours = {f"{prefix}{name}": values for name, values in _CHOICES.items()}
    if not brought or not brought.keys() <= ours.keys():
        return None
    return tuple(look for look in sorted(brought.items()) if look[1] in ours[look[0]])


@lru_cache(maxsize=1000)
def _language(accepted: str) -> str | None:
    """The language that somebody is answered in who has chosen none."""
    return first_spoken(parse_accept_header(accepted, LanguageAccept))


def _is_whole_page(
    environ: WSGIEnvironment, status: str, headers: list[Header]
) -> bool:
    names = {name.lower() for name, _ in headers}
    is_said = {"etag", "content-length"} <= names and status.startswith("200")
    return environ["REQUEST_METHOD"] == "GET" and is_said


def _may_keep(environ: WSGIEnvironment, headers: list[Header]) -> bool:
    """Whether an answer is for everybody who asks the same."""
    is_of_api = environ.get("PATH_INFO", "").startswith(PREFIX)
    known = _KNOWN_OF_PROGRAMS if is_of_api else _KNOWN
    said = {name.lower(): value for name, value in headers}
    control = said.get("cache-control", "private")
    return (
        "set-cookie" not in said
        and "private" not in control
        and "no-store" not in control
        and int(said["content-length"]) <= LARGEST
        and _names(said.get("vary", "")) <= known
    )


def _names(listed: str) -> set[str]:
    return {name.strip().lower() for name in listed.split(",") if name.strip()}
