"""How what is sent to somebody's program is signed, as Standard Webhooks has it.

See https://www.standardwebhooks.com: a program that knows its secret finds out that a
message is ours, is what we sent, and was sent just now.
"""

import base64
import hmac
import secrets
from collections.abc import Iterable

#: What a secret begins with, so that people and scanners know what it is.
PREFIX = "whsec_"


def new_secret() -> str:
    """Return a fresh secret of 256 random bits."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def signature(secret: str, name: str, timestamp: int, body: bytes) -> str:
    """Return what proves ``body``, as in ``v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o…``.

    :param name: of this message; the same at each try.
    :param timestamp: when it is sent, in seconds since 1970.
    """
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = b".".join((name.encode(), str(timestamp).encode(), body))
    return "v1," + base64.b64encode(hmac.digest(key, signed, "sha256")).decode()


def headers(
    known: Iterable[str], name: str, timestamp: int, body: bytes
) -> dict[str, str]:
    """Return the headers that prove ``body`` by each of the ``known`` secrets."""
    proofs = (signature(secret, name, timestamp, body) for secret in known)
    return {
        "webhook-id": name,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(proofs),
    }
