"""Recovery codes: the way in when the phone lies at the bottom of a lake."""

import secrets
import unicodedata
from typing import Final

from app.lib.tokens import digest

COUNT: Final = 10
# Crockford's base 32: without i, l, o and u, which look like others or make words.
_LETTERS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH, _GROUP = 16, 4
_MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1"})


def new_codes() -> list[str]:
    """Return ten codes of 80 random bits each, like ``k7qm-2xvd-9ht4-cw3n``."""
    return [_new_code() for _ in range(COUNT)]


def normalized(typed: str) -> str:
    """Return a code in its one spelling, whatever was typed around and instead."""
    text = unicodedata.normalize("NFKC", typed).lower().translate(_MISREAD)
    return "".join(letter for letter in text if letter in _LETTERS)


def is_well_formed(typed: str) -> bool:
    """Whether ``typed`` could be a recovery code at all."""
    return len(normalized(typed)) == _LENGTH


def code_digest(typed: str) -> str:
    """Return what the database knows of a code; 80 random bits need no slow hash."""
    return digest(normalized(typed))


def _new_code() -> str:
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return "-".join(letters[i : i + _GROUP] for i in range(0, _LENGTH, _GROUP))
