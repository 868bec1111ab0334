"""The demo site as it lies in the repository: people, what they publish and say."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import frontmatter

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Person:
    handle: str
    name: str
    bio: str
    joined_days_ago: int
    follows: list[str]
    location: str = ""
    links: list[str] = field(default_factory=list)
    role: str = "member"
    is_locked: bool = False
    asks: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Piece:
    """One post. Its comments are read by the feature that can show them."""

    key: str
    author: str
    body: str
    days_ago: int
    time: str
    title: str = ""
    summary: str = ""
    language: str = ""
    series: str = ""
    pinned: bool = False
    tags: list[str] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    # Who has reported it, for which reason, in which words.
    reports: list[dict[str, str]] = field(default_factory=list)

    def published_at(self, present: datetime) -> datetime:
        """Its moment, counted back from ``present``; never in the future."""
        day = present.date() - timedelta(days=self.days_ago)
        moment = datetime.combine(day, time.fromisoformat(self.time), UTC)
        return moment if moment <= present else moment - timedelta(days=1)


def people() -> list[Person]:
    text = (FOLDER / "people.toml").read_text(encoding="utf-8")
    return [Person(**entry) for entry in tomllib.loads(text)["people"]]


def talks() -> list[dict[str, Any]]:
    text = (FOLDER / "talks.toml").read_text(encoding="utf-8")
    talks: list[dict[str, Any]] = tomllib.loads(text)["talks"]
    return talks


def pieces() -> Iterator[Piece]:
    for path in sorted((FOLDER / "posts").glob("*.md")):
        page = frontmatter.loads(path.read_text(encoding="utf-8"))
        yield Piece(key=f"demo:{path.stem}"[:36], body=page.content, **page.metadata)
