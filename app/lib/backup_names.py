"""What archives of backups are called, and which of them have been kept long enough.

>>> name_of(datetime(2026, 11, 21, 3, tzinfo=UTC), is_nightly=True)
'inklings-2026-11-21T030000Z-nightly.tar'
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

_WHEN = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(
    r"inklings-(?P<when>\d{4}-\d\d-\d\dT\d{6}Z)"
    r"(?P<nightly>-nightly)?(?P<bare>-without-media)?\.tar"
)

#: By so much two machines may disagree about the time.
_CLOCKS_DIFFER = timedelta(hours=1)


@dataclass(frozen=True)
class Made:
    """A finished archive, as far as its name tells."""

    place: Path
    at: datetime
    is_nightly: bool
    has_media: bool


def name_of(at: datetime, *, is_nightly: bool = False, has_media: bool = True) -> str:
    """The name of an archive; names sort as their moments do."""
    nightly, bare = "-nightly" * is_nightly, "-without-media" * (not has_media)
    return f"inklings-{at.astimezone(UTC).strftime(_WHEN)}{nightly}{bare}.tar"


def made_in(folder: Path) -> list[Made]:
    """The finished archives in ``folder``, the newest first; none without a folder.

    :raises OSError: when it cannot be listed.
    """
    found = (made_as(place) for place in folder.iterdir()) if folder.exists() else ()
    return sorted(filter(None, found), key=lambda made: made.at, reverse=True)


def made_by(folder: Path, present: datetime) -> list[Made]:
    """The same without those that are yet to be made: once a clock was ahead.

    :raises OSError: when it cannot be listed.
    """
    return [made for made in made_in(folder) if made.at <= present + _CLOCKS_DIFFER]


def made_as(place: Path) -> Made | None:
    """What the name of ``place`` says; None where it is not one of ours."""
    if not (name := _NAME.fullmatch(place.name)):
        return None
    try:
        at = datetime.strptime(name["when"], _WHEN).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Made(place, at, bool(name["nightly"]), not name["bare"])


def outlived(made: Iterable[Made], keep: int) -> list[Made]:
    """Which nightly archives may go, if the newest ``keep`` of them stay.

    The newest stays in any case, and so does the newest that holds media. What was
    made by hand is its maker's.
    """
    nightly = sorted(
        (one for one in made if one.is_nightly), key=lambda one: one.at, reverse=True
    )
    whole = [one for one in nightly if one.has_media]
    kept = {*nightly[: max(keep, 1)], *whole[:1]}
    return [one for one in nightly if one not in kept]
