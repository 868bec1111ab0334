"""Passwords: hashing them, checking them, and telling good ones from guessable ones."""

import re

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

_WORD = re.compile(r"\w+")
LONGEST = 200
# OWASP's second profile: 19 MiB and two passes, about 25 ms; kind to a small server.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Compared when there is no account, so that the answer takes as long as a real one.
_NOBODY = _hasher.hash("the password of nobody in particular")


def hash_password(password: str) -> str:
    """Return the argon2id hash of ``password`` in PHC string format (RFC 9106)."""
    return _hasher.hash(password)


def password_matches(password: str, hashed: str | None) -> bool:
    """Whether ``password`` is the one behind ``hashed``; the same work for ``None``."""
    try:
        return _hasher.verify(hashed or _NOBODY, password) and bool(hashed)
    except (VerificationError, InvalidHashError):
        return False


def needs_rehash(hashed: str) -> bool:
    """Whether ``hashed`` was made with other parameters than today's."""
    return _hasher.check_needs_rehash(hashed)


def is_guessable(password: str, *about: str) -> bool:
    """Whether common-password lists or facts ``about`` the person give it away.

    zxcvbn's score runs from 0 (in every list) to 4; below 2 means that a million
    guesses are enough. It reads 72 characters at most: more never make it weaker.
    """
    words = [*about, *(word for text in about for word in _WORD.findall(text))]
    return zxcvbn(password[:72], user_inputs=words)["score"] < 2
