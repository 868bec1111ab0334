"""Whom to tell of a hole in the site, as those who look for holes expect it (RFC 9116).

>>> from datetime import UTC, datetime
>>> today = datetime(2026, 11, 21, tzinfo=UTC)
>>> print(security_txt("a@b.example", today, "https://b.example/", ["de", "en"]))
Contact: mailto:a@b.example
Expires: 2027-05-01T00:00:00Z
Canonical: https://b.example/
Preferred-Languages: de, en
<BLANKLINE>
"""

from collections.abc import Iterable
from datetime import UTC, datetime

# Less than a year (RFC 9116, 2.5.5); whoever keeps a copy asks again twice in it.
_MONTHS = 6


def security_txt(
    contact: str, today: datetime, canonical: str, languages: Iterable[str]
) -> str:
    """The file that says so; the same all month long, so that it can be kept.

    :param contact: an address of mail, or of a page (https).
    :param today: in UTC.
    """
    where = contact if contact.startswith("https://") else f"mailto:{contact}"
    lines = (
        f"Contact: {where}",
        f"Expires: {_ending(today):%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {canonical}",
        f"Preferred-Languages: {', '.join(dict.fromkeys(languages))}",
    )
    return "\n".join([*lines, ""])


def _ending(today: datetime) -> datetime:
    """The first day of a month to come."""
    years, month = divmod(today.month - 1 + _MONTHS, 12)
    return datetime(today.year + years, month + 1, 1, tzinfo=UTC)
