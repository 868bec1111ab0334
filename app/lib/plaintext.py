"""Text as people send it, made safe to keep and to show on one line."""

import re
import unicodedata
from html import unescape

from markupsafe import Markup

# Direction overrides and isolates: a name could turn the rest of the line around.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Controls, and halves of surrogate pairs, which no database can store.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
# As our sanitizer writes them: no quote and no ">" in a value that is not escaped.
_ELEMENT = re.compile(r"""</?[a-z](?:[^">]|"[^"]*")*>""")


def several_lines(text: str) -> str:
    """Return ``text`` in NFC with ``\\n`` line ends and without control characters.

    Tabs stay. Everything a reader could see stays.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))


def one_line(text: str) -> str:
    """Return ``text`` as a single trimmed line without direction overrides (UAX #9)."""
    line = _SPACES.sub(" ", _BIDI.sub("", several_lines(text))).strip()
    # What an override had kept apart may have grown together.
    return unicodedata.normalize("NFC", line)


def bare(text: str) -> str:
    """Return ``text`` without case and accents, to be compared: “Zoë” is “zoe”."""
    letters = unicodedata.normalize("NFKD", one_line(text).casefold())
    plain = "".join(c for c in letters if not unicodedata.category(c).startswith("M"))
    return unicodedata.normalize("NFKC", plain)


def words_of(html: str) -> str:
    """Return what stands in HTML that we made ourselves, in one line."""
    return " ".join(Markup(html).striptags().split())  # noqa: S704


def shortened(text: str, length: int) -> str:
    """Return at most ``length`` characters of ``text``, cut between words, with “…”."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    whole, *rest = cut.rsplit(maxsplit=1) or [""]
    # A single word as long as the line has no better place to be cut.
    return (whole if rest and len(whole) > length // 2 else cut).rstrip(" ,.;:") + "…"


def words_in(html: str) -> str:
    """Return the words of HTML that is safe, on one line.

    >>> words_in("<p>Ink <em>&amp;</em> paper</p><p>Again</p>")
    'Ink & paper Again'
    """
    return one_line(unescape(_ELEMENT.sub("", html.replace("</p>", " "))))
