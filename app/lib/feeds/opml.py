"""OPML 2.0: a list of feeds that any reader takes in (http://opml.org/spec2.opml)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from email.utils import format_datetime
from typing import NamedTuple

from app.lib.feeds.markup import HEAD, around, element


class Outline(NamedTuple):
    """One feed: what it is called, where it is, and its page."""

    title: str
    feed: str
    page: str


def opml(title: str, made: datetime, groups: Mapping[str, Iterable[Outline]]) -> str:
    """Return the feeds of each group, under its name; a group without any is left out.

    :param made: when, in UTC.
    """
    listed = {name: [_outline(one) for one in some] for name, some in groups.items()}
    when = element("dateCreated", format_datetime(made, usegmt=True))
    parts = [
        around("head", [element("title", title), when]),
        around(
            "body", [_group(name, lines) for name, lines in listed.items() if lines]
        ),
    ]
    return f"{HEAD}\n{around('opml', parts, version='2.0')}\n"


def _group(name: str, lines: list[str]) -> str:
    return around("outline", lines, text=name, title=name)


def _outline(one: Outline) -> str:
    said = {"text": one.title, "title": one.title}
    return element("outline", **said, type="rss", xmlUrl=one.feed, htmlUrl=one.page)
