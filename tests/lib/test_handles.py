from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.handles import (
    RESERVED,
    is_reserved,
    is_well_formed,
    normalized,
    suggested,
)
from tests.support.prose import a_property


@pytest.mark.parametrize("typed", ["ann", "Ann", "@ann", " @ANN ", "\tann\n"])
def test_a_handle_has_one_spelling(typed):
    assert normalized(typed) == "ann"


@pytest.mark.parametrize("handle", ["ann", "a_1", "___", "2026", "a" * 30])
def test_these_are_handles(handle):
    assert is_well_formed(handle)


@pytest.mark.parametrize(
    "handle",
    [
        "",
        "an",
        "a" * 31,
        "Ann",
        "ann okafor",
        "ann\n",
        "a/b",
        "änn",
        "аnn",
        "ann١",
        "@ann",
        "a-b",
    ],
)
def test_these_are_none(handle):
    assert not is_well_formed(handle)


@a_property
@given(st.text(max_size=40) | st.from_regex(r" ?@?[A-Za-z0-9_]{2,31}\n?"))
def test_a_handle_needs_no_escaping_in_an_address(text):
    handle = normalized(text)

    assert not is_well_formed(handle) or quote(handle, safe="") == handle


@pytest.mark.parametrize("handle", ["admin", "support", "inklings", "null", "security"])
def test_nobody_poses_as_the_site(handle):
    assert is_reserved(handle)


def test_the_list_of_reserved_handles_is_in_their_one_spelling():
    assert {normalized(handle) for handle in RESERVED} == RESERVED


def test_other_handles_are_free():
    assert not is_reserved("ann")


@given(st.text(max_size=60))
@a_property
def test_what_is_suggested_can_be_taken_or_is_empty(name):
    handle = suggested(name)

    assert not handle or (is_well_formed(handle) and not is_reserved(handle))


@pytest.mark.parametrize(
    ("name", "handle"),
    [("Zoë.Ferrer", "zoe_ferrer"), ("زوي", "zwy"), ("a-" * 20, "a_" * 14 + "a")],
)
def test_a_handle_is_suggested_that_looks_like_the_name(name, handle):
    assert suggested(name) == handle
