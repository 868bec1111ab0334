"""Feeds that everybody may read: asked for by programs, over and over.

Whoever asks is a stranger: no cookie and no header changes what is in them, so that one
answer is kept for all. Whether it changed is found in one statement, without its texts.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import quote

from flask import Response, abort, current_app, request
from flask_babel import gettext as _
from sqlalchemy import Select

from app.lib.feeds import SHAPES, VERSION, Entry, Feed, Writer
from app.web.access import public, while_away
from app.web.assets import current_assets
from app.web.current import be_a_visitor
from app.web.locale import speaking
from app.web.page_cache import DRAWN_WHOLE
from app.web.pagination import Page, paginate
from app.web.site import site_name

View = TypeVar("View", bound=Callable[..., object])
#: All may keep it, and ask before they show it: what is taken back is gone at once.
_KEPT = "public, no-cache"


@dataclass(frozen=True)
class Head:
    """What a feed says of itself, on each of its pages."""

    id: str
    title: str
    #: The same for people.
    page: str
    subtitle: str = ""
    writer: Writer | None = None


@dataclass(frozen=True)
class Source:
    """Where the entries of a feed come from."""

    #: What they are made of, to be cut into pages by ``place``.
    rows: Select[Any]
    place: tuple[Any, Any]
    #: What is loaded of each row to make an entry, and to see whether it changed.
    whole: tuple[Any, ...]
    light: tuple[Any, ...]
    entry: Callable[[Any], Entry]
    stamp: Callable[[Any], tuple[object, ...]]
    along: tuple[Any, Any] | None = None

    def page(self, options: tuple[Any, ...]) -> Page[Any]:
        rows = self.rows.options(*options)
        return paginate(rows, *self.place, along=self.along)


def for_everybody(view: View) -> View:
    """Open a feed: to strangers and members alike, in the language of the site."""

    @wraps(view)
    def open_view(*args: Any, **parts: Any) -> object:
        be_a_visitor()
        with speaking(current_app.config["BABEL_DEFAULT_LOCALE"]):
            return view(*args, **parts)

    return while_away(public(open_view))  # type: ignore[return-value]


def answer(shape: str, head: Head, source: Source, *, or_404: bool = False) -> Response:
    """The page of a feed that the address asks for; 304 where it is known.

    :param shape: a key of :data:`SHAPES`.
    :param or_404: where nothing is in it, it does not exist.
    """
    if _is_asked_again():
        response = _stamped(head, source, source.page(source.light))
        if _is_known(response):
            response.status_code = 304
            response.mimetype = SHAPES[shape].served
            return response
    page = source.page(source.whole)
    if or_404 and page.is_first and not page:
        abort(404)
    response = _stamped(head, source, page)
    feed = written(head, list(map(source.entry, page)), page)
    return shaped(shape, feed, response)


def written(head: Head, entries: list[Entry], page: Page[Any]) -> Feed:
    """One page of a feed, with the way to the next."""
    return Feed(
        id=head.id,
        title=head.title,
        url=address_of(request.full_path.rstrip("?")),
        first=address_of(page.newest_path),
        next=address_of(page.older_path) if page.older else "",
        page=head.page,
        subtitle=head.subtitle,
        writer=head.writer,
        entries=entries,
        icon=address_of(current_assets().url("img/favicon.svg")),
        style=current_assets().url("feed.css"),
        words=_(
            "This is a feed: copy its address into a feed reader, and what is new comes"
            " to you. To read it here, open the page that it belongs to:"
        ),
    )


def shaped(shape: str, feed: Feed, response: Response) -> Response:
    """``response`` with a feed in it, of one of :data:`SHAPES`."""
    response.set_data(SHAPES[shape].write(feed))
    response.content_type = f"{SHAPES[shape].served}; charset=utf-8"
    return response


def address_of(path: str) -> str:
    """The absolute address of ``path`` with its query, in ASCII for programs."""
    path, mark, query = path.partition("?")
    said = f"{quote(path, safe='/@.')}{mark}{quote(query, safe='=&%+-_.~:')}"
    return f"{current_app.config['SITE_URL']}{said}"


def _stamped(head: Head, source: Source, page: Page[Any]) -> Response:
    """An answer without words, which says what they depend on and how old that is."""
    stamps = [source.stamp(row) for row in page]
    said = (VERSION, site_name(), current_assets().version, head, page.older, stamps)
    response = Response()
    digest = hashlib.sha256(repr(said).encode(errors="replace")).hexdigest()
    # Weak: a card in place of a link, drawn later, is no other text.
    response.set_etag(digest[:32], weak=True)
    response.last_modified = _newest(stamps)
    response.headers["Cache-Control"] = _KEPT
    # Whole posts are in it, also of people who are not to be found by searching.
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _newest(stamps: list[tuple[object, ...]]) -> datetime | None:
    moments = (part for stamp in stamps for part in stamp if isinstance(part, datetime))
    newest = max(moments, default=None)
    return newest.replace(microsecond=0) if newest else None


def _is_asked_again() -> bool:
    """Whether somebody has it, perhaps as it is; whoever keeps pages wants it whole."""
    compares = {"If-None-Match", "If-Modified-Since"} & set(request.headers.keys())
    return bool(compares) and DRAWN_WHOLE not in request.environ


def _is_known(response: Response) -> bool:
    """Whether who asks has what this answer would be; garbage is no answer of ours.

    A moment counts if it is exactly ours: what is taken away makes a page older.
    """
    if "If-None-Match" in request.headers:
        return request.if_none_match.contains_weak(response.get_etag()[0] or "")
    asked = request.if_modified_since
    return asked is not None and asked == response.last_modified
