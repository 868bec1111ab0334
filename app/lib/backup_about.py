"""What a backup says of itself, in the first file of its archive."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields

from app.lib.backup_archives import Damaged

#: Raised whenever an older program could not make sense of what a newer one writes.
FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class About:
    #: When, in UTC, as in ISO 8601.
    made_at: str
    #: The last migration of the database.
    revision: str
    #: What the site ran on: "sqlite" or "postgresql". What is inside is SQLite.
    database: str
    #: Bytes of the database, unpacked.
    size: int
    #: How many rows each table has.
    rows: dict[str, int]
    #: The last numbers that PostgreSQL gave: see ``app/web/row_copies.py``.
    sequences: dict[str, int] = field(default_factory=dict)
    #: Whether the files of pictures are in it.
    has_media: bool
    #: By which the key of the site is known again, and nothing else is.
    key: str
    #: Whether the key itself is in it: only one that the site has made is.
    has_key: bool
    format: int = FORMAT

    def as_json(self) -> bytes:
        return (json.dumps(asdict(self), indent=1) + "\n").encode()


def about_in(data: bytes) -> About:
    """What :meth:`About.as_json` wrote.

    :raises Damaged: when it is something else, or a newer program wrote it.
    """
    try:
        told = json.loads(data)
        if told["format"] > FORMAT:
            raise Damaged("A newer version of the program has made it: use that one.")
        known = {each.name for each in fields(About)}
        return About(**{name: told[name] for name in told.keys() & known})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Damaged("It does not say what it is.") from error


def fingerprint(key: str) -> str:
    """64 bits by which a key is known again.

    >>> fingerprint("a key")
    '8d4de8bab2d9b6b3'
    """
    return hashlib.sha256(b"inklings backup key " + key.encode()).hexdigest()[:16]
