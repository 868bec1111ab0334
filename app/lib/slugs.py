"""The last part of a post's address, made from its title."""

import secrets

from slugify import slugify

LONGEST = 80
# Pages that live beside the posts of a person.
TAKEN = frozenset({"followers", "following", "follow", "feed", "posts", "about"})


def slug_of(title: str) -> str:
    """Return ``title`` as a slug of at most 80 characters, in its own script.

    A title without letters or digits gets a short random slug, as a note does.
    """
    slug = slugify(
        title,
        allow_unicode=True,
        max_length=LONGEST,
        word_boundary=True,
        replacements=[("'", ""), ("’", "")],
    )
    if slug in TAKEN:
        return f"{slug}-1"
    return slug or random_slug()


def random_slug() -> str:
    """Return 10 random characters of ``a-f0-9``: 40 bits, plenty for one person."""
    return secrets.token_hex(5)
