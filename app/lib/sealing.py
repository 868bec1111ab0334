"""Words that lie in the database sealed: whoever reads a backup cannot read them."""

import base64
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

# Binds the derived key to this use: what signs cookies does not open seals.
_USE = b"inklings sealed words"


def seal(text: str, keys: Sequence[str]) -> str:
    """Return ``text`` encrypted and authenticated under the first of ``keys``.

    The answer is ASCII, about a third longer than ``text`` in UTF-8 plus 100
    characters. Sealed twice, the same text looks different.

    :param keys: the site's secret keys, the present one first, then older ones.
    """
    return _box(keys).encrypt(text.encode()).decode()


def unseal(sealed: str, keys: Sequence[str]) -> str:
    """Return the text that :func:`seal` was given, under any of ``keys``.

    :raises ValueError: when none of ``keys`` opens it, or it was changed.
    """
    try:
        return _box(keys).decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise ValueError("No key opens this seal.") from error


def _box(keys: Sequence[str]) -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    """A Fernet key for ``key`` by HKDF (RFC 5869); the secret itself seals nothing."""
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=_USE)
    return base64.urlsafe_b64encode(hkdf.derive(key.encode()))
