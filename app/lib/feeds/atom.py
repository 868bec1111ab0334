"""Atom, as RFC 4287 has it; threads after RFC 4685, pages after RFC 5005."""

from datetime import UTC, datetime

from app.lib.feeds.markup import HEAD, around, element, greeting, some, styled
from app.lib.feeds.parts import Entry, Feed, Writer

TYPE = "application/atom+xml"
_NAMES = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:thr": "http://purl.org/syndication/thread/1.0",
}


def atom(feed: Feed) -> str:
    """Return ``feed`` as an Atom document."""
    parts = [
        element("title", feed.title),
        some("subtitle", feed.subtitle),
        greeting(feed.words, feed.page),
        element("id", feed.id),
        element("updated", moment(feed.updated)),
        element("link", rel="self", type=TYPE, href=feed.url),
        element("link", rel="alternate", type="text/html", href=feed.page),
        element("link", rel="first", type=TYPE, href=feed.first),
        element("link", rel="next", type=TYPE, href=feed.next) if feed.next else "",
        some("icon", feed.icon),
        _person(feed.writer) if feed.writer else "",
        *map(_entry, feed.entries),
    ]
    names = {**_NAMES, "xml:lang": feed.language}
    style = styled(feed.style) if feed.style else ""
    return "\n".join(filter(None, (HEAD, style, around("feed", parts, **names)))) + "\n"


def moment(value: datetime) -> str:
    """A moment as RFC 3339 writes it, in UTC, to the second."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _entry(entry: Entry) -> str:
    parts = [
        element("title", entry.title or entry.label),
        element("id", entry.id),
        element("link", rel="alternate", type="text/html", href=entry.url),
        element("published", moment(entry.published)),
        element("updated", moment(entry.updated)),
        *map(_person, entry.writers),
        *(element("category", term=tag) for tag in entry.tags),
        _image(entry),
        _answered(entry),
        _talk(entry),
        some("summary", entry.summary),
        element("content", entry.html, type="html"),
    ]
    return around("entry", parts, **{"xml:lang": entry.language})


def _person(writer: Writer) -> str:
    return around("author", [element("name", writer.name), element("uri", writer.url)])


def _image(entry: Entry) -> str:
    image = entry.image
    if image is None:
        return ""
    told = {"type": image.type, "href": image.url, "title": image.alt}
    return element("link", rel="enclosure", **told)


def _answered(entry: Entry) -> str:
    if entry.answers is None:
        return ""
    return element("thr:in-reply-to", ref=entry.answers.id, href=entry.answers.url)


def _talk(entry: Entry) -> str:
    if not entry.talk_feed:
        return ""
    return element("link", rel="replies", type=TYPE, href=entry.talk_feed)
