"""What a page has to know of a picture of ours, and where its files are.

>>> path_of("a" * 26, "480.webp")
'/media/aaaaaaaaaaaaaaaaaaaaaaaaaa/480.webp'
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from secrets import choice

#: How wide a picture is shown at most, and what smaller screens load instead.
WIDTHS = (480, 960, 1600)
#: How many letters say what is on a picture, at most.
ALT_LONGEST = 1000
#: What the types of our files are called, the better ones first; the last for all.
TYPES = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
}
#: As it stands in an address: 130 random bits that survive any file system.
NAME = "[a-z2-7]{26}"
FILE = r"[0-9]{1,5}\.(?:avif|webp|jpg|png)"
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_WRITTEN = re.compile(rf"/media/({NAME})(?![a-z0-9])")
_MARKUP = re.compile(r"([\\`*_\[\]<>~$&])")


@dataclass(frozen=True)
class PictureInfo:
    """All that its element says: a stylesheet has the ``tone``, a class."""

    #: For browsers that know none of the sources.
    src: str
    width: int
    height: int
    #: Its mean colour, shown until it is there; empty where one sees through it.
    tone: str
    #: MIME type and ``srcset`` of what is smaller, the best first.
    sources: tuple[tuple[str, str], ...] = ()
    alt: str = ""
    srcset: str = ""
    #: The one that lists show; empty: ``src``.
    small: str = ""
    #: Instead of what moves, for who asks for less motion; empty where nothing moves.
    still: str = ""

    @property
    def large(self) -> str:
        """The widest file of it; each source names its narrowest first."""
        widest = self.sources[-1][1].rpartition(",")[2] if self.sources else ""
        return next(iter(widest.split()), self.src)


def new_name() -> str:
    """A name that nobody guesses."""
    return "".join(choice(_LETTERS) for _ in range(26))


def path_of(name: str, file: str = "") -> str:
    """The address of a picture as one writes it, or of one of its files."""
    return f"/media/{name}/{file}" if file else f"/media/{name}"


def names_in(*texts: str) -> frozenset[str]:
    """What could be a picture of ours in ``texts`` that nobody has rendered yet.

    >>> sorted(names_in("![](/media/" + "a" * 26 + ")", "/media/none"))
    ['aaaaaaaaaaaaaaaaaaaaaaaaaa']
    """
    return frozenset(name for text in texts for name in _WRITTEN.findall(text))


def type_of(file: str) -> str:
    """The MIME type of a file of ours."""
    return TYPES[file.rpartition(".")[2]]


def sources_of(name: str, files: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What a browser may choose from: each type of WebP or better, in its widths."""
    known = sorted(files, key=_width)
    sets = {
        mime: ", ".join(
            f"{path_of(name, file)} {_width(file)}w"
            for file in known
            if file.endswith(f".{kind}")
        )
        for kind, mime in TYPES.items()
        if kind in {"avif", "webp"}
    }
    return tuple((mime, srcset) for mime, srcset in sets.items() if srcset)


def fallback_of(files: Iterable[str]) -> str:
    """The one file that every browser and program can show."""
    return next(file for file in files if file.endswith((".jpg", ".png")))


def listed_of(files: Iterable[str]) -> str:
    """What lists show: sharp enough for a phone, and no more."""
    webp = sorted((file for file in files if file.endswith(".webp")), key=_width)
    return [file for file in webp if _width(file) <= WIDTHS[1]][-1]


def largest_of(files: Iterable[str]) -> str:
    """The best that we have of it, to take along."""
    return max((file for file in files if file.endswith(".webp")), key=_width)


def markdown_of(name: str, alt: str) -> str:
    """What one writes to show a picture.

    >>> markdown_of("heron", "A [grey] heron")
    '![A \\\\[grey\\\\] heron](/media/heron)'
    """
    words = _MARKUP.sub(r"\\\1", alt)
    return f"![{words}]({path_of(name)})"


def _width(file: str) -> int:
    return int(file.partition(".")[0])
