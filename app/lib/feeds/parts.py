"""What a feed consists of, whatever it is written in. All addresses are absolute."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

# What is said of a feed without entries: something has to be.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Writer:
    name: str
    url: str
    picture: str = ""


@dataclass(frozen=True)
class Image:
    url: str
    type: str
    alt: str = ""


@dataclass(frozen=True)
class Answered:
    """What an entry answers: its permanent id, and its page."""

    id: str
    url: str


@dataclass(frozen=True)
class Entry:
    """One text. Moments are aware; ``html`` is safe, and its addresses are absolute."""

    id: str
    url: str
    #: Empty: it has none, and ``label`` stands in where a format demands one.
    title: str
    label: str
    html: str
    published: datetime
    updated: datetime
    writers: tuple[Writer, ...] = ()
    summary: str = ""
    #: A BCP 47 code; empty: not said.
    language: str = ""
    tags: tuple[str, ...] = ()
    image: Image | None = None
    #: The address of what is said below it, and of the feed of that.
    talk: str = ""
    talk_feed: str = ""
    answers: Answered | None = None


@dataclass(frozen=True)
class Feed:
    """One page of entries, the newest first (RFC 5005, section 3)."""

    id: str
    title: str
    #: This page of the feed, the first one, and the next if there is one.
    url: str
    first: str
    entries: Sequence[Entry]
    #: The same for people.
    page: str
    next: str = ""
    subtitle: str = ""
    writer: Writer | None = None
    icon: str = ""
    #: A stylesheet for browsers, and what it shows somebody who came upon this.
    style: str = ""
    words: str = ""

    @property
    def updated(self) -> datetime:
        return max((entry.updated for entry in self.entries), default=_NEVER)

    @property
    def language(self) -> str:
        """The one language of all entries, if there is one."""
        spoken = {entry.language for entry in self.entries}
        return spoken.pop() if len(spoken) == 1 else ""


def tag_uri(site: str, moment: datetime, *names: object) -> str:
    """Return a name for a thing that stays when its address changes (RFC 4151).

    :param site: the address of the site, whose host has ``names`` to give.
    :param moment: when the thing came to be.

    >>> tag_uri("https://example.org", datetime(2026, 11, 21, tzinfo=UTC), "post", 7)
    'tag:example.org,2026-11-21:post/7'
    """
    host = urlsplit(site).hostname or "localhost"
    day = moment.astimezone(UTC).date().isoformat()
    return f"tag:{host},{day}:{'/'.join(map(str, names))}"
