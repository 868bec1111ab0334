"""Secrets that are handed out once and kept only as a digest."""

import hashlib
import secrets
from uuid import uuid4

# 32 of them, five bits each: without l and o, and what people take for them.
_PLAIN = "abcdefghijkmnpqrstuvwxyz23456789"
#: How a token for programs begins, so that whoever finds one knows what it is.
ACCESS_PREFIX = "ink_"
#: How that begins by which an application has its token renewed, and its own secret.
REFRESH_PREFIX, SECRET_PREFIX = "inkr_", "inks_"


def new_token() -> str:
    """Return a fresh URL-safe token of 256 random bits."""
    return secrets.token_urlsafe(32)


def new_access_token() -> str:
    """Return a fresh token for a program: the prefix, and 256 random bits."""
    return ACCESS_PREFIX + new_token()


def new_family() -> str:
    """Return what all tokens share that renew each other: 128 random bits, 22 signs."""
    return secrets.token_urlsafe(16)


def new_refresh_token(family: str) -> str:
    """Return a fresh token of ``family``, by which an application renews its own."""
    return REFRESH_PREFIX + family + new_token()


def family_of(refresh_token: str) -> str:
    """Return which family a token belongs to; anything for what is none."""
    return refresh_token.removeprefix(REFRESH_PREFIX)[:22]


def new_application_secret() -> str:
    """Return a fresh secret by which an application proves who it is."""
    return SECRET_PREFIX + new_token()


def new_code() -> str:
    """Return a fresh code of 70 random bits in letters and digits that look apart."""
    return "".join(secrets.choice(_PLAIN) for _ in range(14))


def digest(token: str) -> str:
    """Return the SHA-256 of ``token`` in hex: what a database may know of it.

    A plain hash is enough here: 256 random bits cannot be guessed, unlike a password.
    """
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def new_form_key() -> str:
    """Return a name for one sheet of paper: what is sent twice from it is one post."""
    return str(uuid4())
