"""Codes from an authenticator app: six digits that change every half minute."""

import hmac
import unicodedata
from typing import Final

import pyotp

#: Seconds that one code lasts, and how many digits it has (RFC 6238, section 4).
SECONDS: Final = 30
DIGITS: Final = 6
# The code before and the code after are good too: clocks and fingers are slow.
_TOLERANCE: Final = 1


def new_secret() -> str:
    """Return a fresh key of 160 random bits in base32, as RFC 4226 recommends."""
    return pyotp.random_base32(32)


def grouped(secret: str) -> str:
    """Return ``secret`` in groups of four, for people who type it."""
    return " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))


def provisioning_uri(secret: str, handle: str, site: str) -> str:
    """Return the ``otpauth://`` address that an app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=handle, issuer_name=site)


def as_typed(text: str) -> str:
    """Return the code that somebody meant: spaces go, digits of any script count."""
    kept = (c for c in text if not c.isspace() and c not in "-–")
    return "".join(str(unicodedata.decimal(c, c)) for c in kept)


def matching_step(secret: str, code: str, at: float) -> int | None:
    """Return the number of the half minute that ``code`` belongs to.

    :param code: as typed; spaces are fine.
    :param at: the present moment in seconds since 1970.
    :returns: None when it is no code of now, the step before or the step after. The
        caller refuses a step that is not later than the last one that was used
        (RFC 6238, section 5.2).
    """
    given, present = as_typed(code).encode(errors="replace"), int(at // SECONDS)
    found = None
    # All of them are compared, so that the answer always takes as long.
    for step in range(present - _TOLERANCE, present + _TOLERANCE + 1):
        if step >= 0 and hmac.compare_digest(_code(secret, step), given):
            found = step
    return found


def _code(secret: str, step: int) -> bytes:
    return pyotp.HOTP(secret, digits=DIGITS).at(step).encode()
