"""Where an application may have people sent back to (RFC 6749, RFC 8252)."""

import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

LONGEST: Final = 500
_LOOPBACK: Final = {"127.0.0.1", "[::1]", "localhost"}
#: Nothing but what an address may hold, so that none can break out of a header.
_PLAIN: Final = re.compile(r"[!$&-;=?-Z_a-z~%\[\]]+", re.ASCII)
_HOST: Final = re.compile(r"(?:[a-z0-9-]+\.)*[a-z0-9-]+|\[::1\]", re.ASCII)
#: A name that its owner has, backwards, as in ``org.example.reader``.
_OWN_SCHEME: Final = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+", re.ASCII)


def is_allowed(uri: str) -> bool:
    """Whether ``uri`` may be registered.

    https anywhere, http on the machine itself, or a scheme that is a name backwards;
    without a fragment, a user, and whatever has no business in an address.
    """
    parts = _parts(uri)
    if parts is None or "#" in uri or "@" in parts.netloc:
        return False
    if parts.scheme == "https":
        return _has_host(parts)
    if parts.scheme == "http":
        return _has_host(parts) and _host(parts) in _LOOPBACK
    return bool(_OWN_SCHEME.fullmatch(parts.scheme)) and not parts.netloc


def is_same(registered: str, asked: str) -> bool:
    """Whether ``asked`` is what was registered, letter for letter.

    On the machine itself any port will do: a program takes what is free.
    """
    if registered == asked:
        return True
    known, wanted = _parts(registered), _parts(asked)
    if known is None or wanted is None or not is_allowed(asked):
        return False
    is_local = known.scheme == "http" and _host(known) in _LOOPBACK
    return is_local and _without_port(known) == _without_port(wanted)


def source(uri: str) -> str:
    """What the policy of a page calls the place of ``uri`` that a form leads to.

    :param uri: one that :func:`is_allowed`.
    """
    parts = urlsplit(uri)
    # A policy knows no IPv6 addresses.
    if not parts.netloc or _host(parts) == "[::1]":
        return f"{parts.scheme}:"
    return f"{parts.scheme}://{parts.netloc}"


def place(uri: str) -> str:
    """What people call where ``uri`` leads: a host, or the program that takes it."""
    parts = urlsplit(uri)
    return _host(parts) or parts.scheme


def _parts(uri: str) -> SplitResult | None:
    if len(uri) > LONGEST or not _PLAIN.fullmatch(uri):
        return None
    try:
        parts = urlsplit(uri)
        # Reading it finds out whether there is a port that is none.
        parts.port  # noqa: B018
    except ValueError:
        return None
    return parts


def _has_host(parts: SplitResult) -> bool:
    return bool(_HOST.fullmatch(_host(parts)))


def _host(parts: SplitResult) -> str:
    return re.sub(r":\d*$", "", parts.netloc)


def _without_port(parts: SplitResult) -> SplitResult:
    return parts._replace(netloc=_host(parts))
