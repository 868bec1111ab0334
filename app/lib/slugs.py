"""The last part of a post's address, made from its title."""

import re
import secrets
from collections.abc import Collection

from slugify import slugify

LONGEST = 80
# Pages that live beside the posts of a person.
TAKEN = frozenset(
    {
        "followers",
        "following",
        "follow",
        "feed",
        "posts",
        "about",
        "archive",
        "history",
        "series",
        "reposts",
    }
)
_RANDOM = re.compile(r"[0-9a-f]{10}")


def slug_of(title: str) -> str:
    """Return ``title`` as a slug of at most 80 characters, in its own script.

    A title without letters or digits gets a short random slug, as a note does.
    """
    slug = normalized(title)
    if slug in TAKEN:
        return f"{slug}-1"
    return slug or random_slug()


def normalized(text: str) -> str:
    """Return ``text`` as it can stand in an address; empty for nothing that can."""
    return slugify(
        text,
        allow_unicode=True,
        max_length=LONGEST,
        word_boundary=True,
        replacements=[("'", ""), ("’", "")],
    )


def first_free(wanted: str, used: Collection[str]) -> str:
    """Return ``wanted``, with the first number that makes it none of ``used``."""
    numbered = (f"{wanted}-{number}" for number in range(2, len(used) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in used)


def random_slug() -> str:
    """Return 10 random characters of ``a-f0-9``: 40 bits, plenty for one person."""
    return secrets.token_hex(5)


def is_random(slug: str) -> bool:
    """Whether ``slug`` looks like one of :func:`random_slug`, which nobody chose."""
    return _RANDOM.fullmatch(slug) is not None
