"""Which archives are kept: never none, and never none with pictures."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.lib.backup_names import Made, made_as, name_of, outlived

NIGHT = datetime(2026, 11, 21, 3, tzinfo=UTC)


def night(days, is_nightly=True, has_media=True):
    at = NIGHT - timedelta(days=days)
    name = name_of(at, is_nightly=is_nightly, has_media=has_media)
    return Made(Path(name), at, is_nightly, has_media)


@pytest.mark.parametrize("is_nightly", [True, False])
@pytest.mark.parametrize("has_media", [True, False])
def test_a_name_tells_what_it_was_made_of(is_nightly, has_media):
    made = night(0, is_nightly, has_media)

    assert made_as(made.place) == made


@pytest.mark.parametrize(
    "name",
    [
        "inklings.sqlite",
        ".inklings-2026-11-21T030000Z.tar.part",
        "inklings-2026-11-21T030000Z.tar.gz",
        "inklings-2026-13-41T030000Z.tar",
    ],
)
def test_what_is_called_otherwise_is_none_of_ours(name):
    assert made_as(Path(name)) is None


@pytest.mark.parametrize(("keep", "left"), [(7, 7), (1, 1), (0, 1), (99, 9)])
def test_so_many_stay(keep, left):
    nights = [night(days) for days in range(9)]

    assert outlived(nights, keep) == nights[left:]


def test_the_last_one_with_pictures_stays():
    nights = [night(days, has_media=days > 4) for days in range(9)]

    assert outlived(nights, 3) == [nights[3], nights[4], *nights[6:]]


def test_what_was_made_by_hand_stays():
    assert outlived([night(days, is_nightly=False) for days in range(9)], 1) == []
