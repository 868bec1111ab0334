"""Secrets that are handed out once and kept only as a digest."""

import hashlib
import secrets
from uuid import uuid4

# 32 of them, five bits each: without l and o, and what people take for them.
_PLAIN = "abcdefghijkmnpqrstuvwxyz23456789"


def new_token() -> str:
    """Return a fresh URL-safe token of 256 random bits."""
    return secrets.token_urlsafe(32)


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
