"""Feeds: what is new at an address, for programs that ask again and again.

A :class:`Feed` of entries is turned into Atom (RFC 4287), RSS 2.0 or JSON Feed 1.1,
each by a pure function in a file of its own; ``opml`` lists feeds to be taken along.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from app.lib.feeds.atom import atom
from app.lib.feeds.json_feed import json_feed
from app.lib.feeds.parts import Answered, Entry, Feed, Image, Writer, tag_uri
from app.lib.feeds.rss import rss
from app.lib.feeds.whole import whole

__all__ = [
    "SHAPES",
    "VERSION",
    "Answered",
    "Entry",
    "Feed",
    "Image",
    "Shape",
    "Writer",
    "tag_uri",
    "whole",
]

#: Raise it when what is written changes: readers have kept what it was made into.
VERSION: Final = 1


class Shape(NamedTuple):
    """One way of writing a feed, and who writes it."""

    name: str
    #: What links call it.
    type: str
    #: What the answer calls it: browsers draw plain XML, and the types of feeds not.
    served: str
    write: Callable[[Feed], str]


#: By the end of the address.
SHAPES: Final = {
    "atom": Shape("Atom", "application/atom+xml", "application/xml", atom),
    "rss": Shape("RSS", "application/rss+xml", "application/xml", rss),
    "json": Shape(
        "JSON Feed", "application/feed+json", "application/feed+json", json_feed
    ),
}
