"""The time zones of the world under the names that the IANA gives them."""

from datetime import UTC, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

# Where people live; "Etc/GMT+5" and its like are for machines.
REGIONS = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)


@cache
def by_region() -> dict[str, list[tuple[str, str]]]:
    """Return for each region its zones: the name, and how people look for it.

    The place stands first, so that typing “Buen” in a list finds
    ``America/Argentina/Buenos_Aires``, which reads “Buenos Aires, Argentina”.
    """
    found: dict[str, list[tuple[str, str]]] = {region: [] for region in REGIONS}
    for name in available_timezones():
        region, _, place = name.partition("/")
        if place and region in found:
            found[region].append((name, _said(place)))
    return {
        region: sorted(zones, key=lambda z: z[1]) for region, zones in found.items()
    }


@cache
def names() -> frozenset[str]:
    """Return every name on offer, as in ``"Europe/Berlin"``."""
    return frozenset(name for zones in by_region().values() for name, _ in zones)


def zone_of(name: str) -> tzinfo:
    """Return the zone called ``name``, or UTC where there is none on offer."""
    return ZoneInfo(name) if name in names() else UTC


def _said(place: str) -> str:
    return ", ".join(part.replace("_", " ") for part in reversed(place.split("/")))
