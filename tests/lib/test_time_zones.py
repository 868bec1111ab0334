from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from app.lib.time_zones import REGIONS, by_region, names, zone_of


def test_every_region_has_its_places():
    assert list(by_region()) == list(REGIONS)
    assert all(by_region().values())


def test_places_are_said_as_people_look_for_them():
    assert ("America/Argentina/Buenos_Aires", "Buenos Aires, Argentina") in by_region()[
        "America"
    ]


def test_places_stand_in_the_order_of_the_alphabet():
    places = [place for _, place in by_region()["Europe"]]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["Europe/Berlin", "Asia/Kolkata", "America/New_York"])
def test_a_place_has_its_zone(name):
    assert zone_of(name) == ZoneInfo(name)


@pytest.mark.parametrize("name", ["", "UTC", "Etc/GMT+5", "../etc/passwd", "Mars/X"])
def test_whatever_else_is_the_clock_of_the_world(name):
    assert zone_of(name) is UTC
    assert name not in names()
