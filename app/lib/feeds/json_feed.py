"""JSON Feed 1.1, as https://www.jsonfeed.org/version/1.1/ has it."""

import json
from typing import Any

from app.lib.feeds.atom import moment
from app.lib.feeds.markup import clean
from app.lib.feeds.parts import Entry, Feed, Writer

TYPE = "application/feed+json"
_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> str:
    """Return ``feed`` as a JSON document."""
    told = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.url,
        "next_url": feed.next,
        "description": feed.subtitle,
        "icon": feed.icon,
        "authors": [_author(feed.writer)] if feed.writer else [],
        "language": feed.language,
    }
    whole = {**_said(told), "items": [_item(entry) for entry in feed.entries]}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _item(entry: Entry) -> dict[str, Any]:
    told = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "image": entry.image and entry.image.url,
        "date_published": moment(entry.published),
        "date_modified": moment(entry.updated),
        "authors": [_author(writer) for writer in entry.writers],
        "tags": list(entry.tags),
        "language": entry.language,
    }
    # An item has words, were it none at all.
    return {"content_html": "", **_said(told)}


def _author(writer: Writer) -> dict[str, Any]:
    return _said({"name": writer.name, "url": writer.url, "avatar": writer.picture})


def _said(told: dict[str, Any]) -> dict[str, Any]:
    """What there is to say, without what no text may hold."""
    return {name: _clean(value) for name, value in told.items() if value}


def _clean(value: Any) -> Any:
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return clean(value) if isinstance(value, str) else value
