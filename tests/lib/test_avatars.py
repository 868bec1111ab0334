from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.avatars import avatar_svg
from tests.support.prose import a_property

NAMES = ["ann", "bob", "cleo", "dan", "eve"]


def test_a_handle_always_has_the_same_picture():
    assert avatar_svg("ann") == avatar_svg("ann")


def test_the_cast_can_be_told_apart():
    assert len({avatar_svg(name) for name in NAMES}) == len(NAMES)


def test_few_of_many_people_share_a_picture():
    assert len({avatar_svg(f"person_{number}") for number in range(300)}) > 200


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_a_square_of_96(name):
    svg = ElementTree.fromstring(avatar_svg(name))  # noqa: S314 – our own drawing

    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert (svg.get("viewBox"), svg.get("width")) == ("0 0 96 96", "96")


@a_property
@given(st.text())
def test_nothing_of_the_handle_gets_into_the_drawing(handle):
    svg = ElementTree.fromstring(avatar_svg(handle))  # noqa: S314 – our own drawing
    names = {element.tag.partition("}")[2] for element in svg.iter()}

    assert names <= {"svg", "rect", "circle", "ellipse", "path"}
    assert not "".join(svg.itertext())
