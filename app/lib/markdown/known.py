"""What a text names that only the database knows, and what the database answers.

A text is parsed, then it is asked once for all that it names, then it is drawn.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from markdown_it.token import Token

from app.lib.markdown.pictures import name_of
from app.lib.pictures import PictureInfo

#: No more than this many of one kind are asked for: the first ones.
MOST_NAMED = 100


@dataclass(frozen=True)
class Named:
    """Handles, names of our own pictures, and addresses alone on their line."""

    handles: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()


@dataclass(frozen=True)
class LinkCard:
    """What a page says of itself, shown in place of its bare address."""

    address: str
    title: str
    summary: str = ""
    site: str = ""


@dataclass(frozen=True)
class Known:
    """Paths of people by handle, pictures by name, cards by address."""

    people: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, PictureInfo] = field(default_factory=dict)
    links: Mapping[str, LinkCard] = field(default_factory=dict)


LookUp = Callable[[Named], Known]


def nothing(named: Named) -> Known:
    """Know of nothing: where there is no database to ask."""
    return Known()


def named_in(tokens: Sequence[Token]) -> Named:
    """Collect what ``tokens`` name, of each kind the first :data:`MOST_NAMED`.

    :param tokens: unfolded ones.
    """
    return Named(
        handles=_first(token.meta["name"] for token in every(tokens, "mention")),
        pictures=_first(name_of(source) for source in sources(tokens)),
        links=_first(token.meta["name"] for token in every(tokens, "lone_link")),
    )


def _first(names: Iterator[str]) -> frozenset[str]:
    return frozenset(islice(dict.fromkeys(filter(None, names)), MOST_NAMED))


def sources(tokens: Sequence[Token]) -> Iterator[str]:
    """Where the pictures are that the text shows."""
    return (str(image.attrs["src"]) for image in every(tokens, "image", "figure"))


def every(tokens: Sequence[Token], *kinds: str) -> Iterator[Token]:
    """Those of ``tokens`` that are of these ``kinds``, in their order."""
    return (token for token in tokens if token.type in kinds)


def unfolded(tokens: Sequence[Token]) -> list[Token]:
    """``tokens`` in their order, each before what stands within it, however deep."""
    found = []
    for token in tokens:
        found.append(token)
        if token.children:
            found += unfolded(token.children)
    return found
