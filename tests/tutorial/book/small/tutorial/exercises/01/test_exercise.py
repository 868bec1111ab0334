"""Exercise 1: cleo is known as well."""

from app import NAMES


def test_cleo_is_known():
    assert "cleo" in NAMES
