"""The rules of a handle: the name in a person's address, ``/@handle``."""

import re

from slugify import slugify

SHORTEST, LONGEST = 3, 30
_PATTERN = re.compile(rf"[a-z0-9_]{{{SHORTEST},{LONGEST}}}")

# Words that would pass for the site itself speaking.
RESERVED = frozenset(
    """
    about account accounts admin administrator all anonymous api contact everyone
    help here inklings mail me moderator moderators nobody null official privacy
    root rules security settings site staff support system terms undefined welcome
    """.split()
)


def normalized(text: str) -> str:
    """Return what was typed in a handle's one spelling: ``" @Ann"`` is ``"ann"``."""
    return text.strip().removeprefix("@").lower()


def is_well_formed(handle: str) -> bool:
    """Whether ``handle`` consists of 3 to 30 of ``a-z``, ``0-9`` and ``_``."""
    return _PATTERN.fullmatch(handle) is not None


def is_reserved(handle: str) -> bool:
    return handle in RESERVED


def suggested(name: str) -> str:
    """A well-formed handle like ``name``, as another site calls somebody; or empty.

    ``"Zoë.Ferrer"`` becomes ``"zoe_ferrer"``. Whether it is free is not known here.
    """
    handle = slugify(name, separator="_")[:LONGEST].strip("_")
    return handle if is_well_formed(handle) and not is_reserved(handle) else ""
