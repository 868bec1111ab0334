"""Tags as people type them, and the one spelling by which they are found.

>>> normalized("#Family trees")
'family-trees'
>>> split("Family trees, #Leeds, leeds")
('Family-trees', 'Leeds')
"""

import re
import unicodedata
from functools import lru_cache

LONGEST = 60
#: So many has a post.
MOST = 10

# The commas and semicolons of all scripts, a new line, and a space before a “#”.
_BETWEEN = re.compile(
    "[,;\n\u055d\u060c\u061b\u07f8\u1363\u1364\u1802\u1808\u3001\ua4fe\ua60d\ua6f5"
    "\ufe10\ufe11\ufe50\ufe51\ufe54\uff0c\uff1b\uff64]"
    r"|\s+(?=[#＃])"
)
_GAPS = re.compile(r"[\s-]+")
# Marks and letters that nobody sees: two tags would look like one.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)


def split(text: str) -> tuple[str, ...]:
    """Return the tags on a line as :func:`spelled`, each once, in their order.

    What is too long for a tag is still among them.
    """
    found: dict[str, str] = {}
    for tag in map(spelled, _BETWEEN.split(text)):
        found.setdefault(_folded(tag), tag)
    return tuple(tag for name, tag in found.items() if name)


def normalized(text: str) -> str:
    """Return what was typed in a tag's one spelling, the last part of its address.

    Letters, digits and marks of any script, underscores and inner hyphens stay;
    empty where nothing of it is left, or more than fits.
    """
    tag = spelled(text)
    name = _folded(tag)
    return name if max(len(tag), len(name)) <= LONGEST else ""


# The same few words stand under many posts, and every page spells those of its own.
@lru_cache(maxsize=2_000)
def spelled(text: str) -> str:
    """Return ``text`` as a tag is shown: like :func:`normalized`, but in its case."""
    kept = "".join(filter(None, map(_kept, unicodedata.normalize("NFKC", text))))
    tag = _GAPS.sub("-", unicodedata.normalize("NFKC", kept)).strip("-")
    return tag if any(letter.isalnum() for letter in tag) else ""


def is_part(letter: str) -> bool:
    """Whether a hashtag in a text goes on with ``letter``."""
    return letter == "-" or _is_kept(letter)


def _folded(tag: str) -> str:
    return unicodedata.normalize("NFKC", tag.casefold())


def _kept(letter: str) -> str:
    if letter.isspace() or unicodedata.category(letter) == "Pd":
        return "-"
    return letter if _is_kept(letter) and not _UNSEEN.match(letter) else ""


def _is_kept(letter: str) -> bool:
    return letter == "_" or unicodedata.category(letter)[0] in "LMN"
