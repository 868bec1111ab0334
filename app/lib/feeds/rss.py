"""RSS 2.0, with what most readers know beside it: whole texts, names, pictures."""

from datetime import UTC, datetime
from email.utils import format_datetime

from app.lib.feeds.atom import moment
from app.lib.feeds.markup import HEAD, around, element, greeting, some, styled
from app.lib.feeds.parts import Entry, Feed

TYPE = "application/rss+xml"
_NAMES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


def rss(feed: Feed) -> str:
    """Return ``feed`` as an RSS document."""
    parts = [
        element("title", feed.title),
        # There has to be one.
        element("description", feed.subtitle or feed.title),
        greeting(feed.words, feed.page),
        element("link", feed.page),
        some("language", feed.language),
        element("lastBuildDate", _date(feed.updated)),
        element("atom:link", rel="self", type=TYPE, href=feed.url),
        element("atom:link", rel="first", type=TYPE, href=feed.first),
        _next(feed),
        *map(_item, feed.entries),
    ]
    whole = around("rss", [around("channel", parts)], version="2.0", **_NAMES)
    style = styled(feed.style) if feed.style else ""
    return "\n".join(filter(None, (HEAD, style, whole))) + "\n"


def _date(value: datetime) -> str:
    """A moment as RFC 822 writes it, with the year in full."""
    return format_datetime(value.astimezone(UTC), usegmt=True)


def _next(feed: Feed) -> str:
    if not feed.next:
        return ""
    return element("atom:link", rel="next", type=TYPE, href=feed.next)


def _item(entry: Entry) -> str:
    parts = [
        element("title", entry.title or entry.label),
        element("link", entry.url),
        element("guid", entry.id, isPermaLink="false"),
        element("pubDate", _date(entry.published)),
        element("atom:updated", moment(entry.updated)),
        *(element("dc:creator", writer.name) for writer in entry.writers),
        some("dc:language", entry.language),
        *(element("category", tag) for tag in entry.tags),
        _image(entry),
        some("comments", entry.talk),
        some("description", entry.summary),
        some("content:encoded", entry.html),
    ]
    return around("item", parts)


def _image(entry: Entry) -> str:
    image = entry.image
    if image is None:
        return ""
    told = {"url": image.url, "type": image.type, "medium": "image"}
    if not image.alt:
        return element("media:content", **told)
    return around("media:content", [element("media:description", image.alt)], **told)
