from xml.etree import ElementTree

import pytest

from tests.support.database import queries

HANDLES = [f"person_{number}" for number in range(60)]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def elements(client):
    """Every part of many pictures."""
    drawn = [client.get(f"/avatars/{handle}.svg").text for handle in HANDLES]
    trees = [ElementTree.fromstring(svg) for svg in drawn]  # noqa: S314  (ours)
    return [element for tree in trees for element in tree.iter()]


def test_a_picture_is_an_svg(client):
    answer = client.get("/avatars/ann.svg")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("image/svg+xml")


def test_one_handle_has_one_picture(client):
    assert client.get("/avatars/ann.svg").data == client.get("/avatars/ann.svg").data


def test_the_case_of_the_handle_does_not_matter(client):
    assert client.get("/avatars/Ann.svg").data == client.get("/avatars/ann.svg").data


def test_people_can_be_told_apart(client):
    drawn = {client.get(f"/avatars/{handle}.svg").data for handle in HANDLES}

    assert len(drawn) > 55


def test_pictures_are_made_of_shapes_alone(elements):
    shapes = {element.tag.removeprefix(SVG) for element in elements}

    assert shapes <= {"svg", "g", "rect", "circle", "ellipse", "path", "polygon"}


def test_pictures_neither_act_nor_ask_for_anything(elements):
    names = {name for element in elements for name in element.attrib}

    assert not [name for name in names if name.startswith("on") or "href" in name]


def test_who_does_not_exist_has_a_picture_too(client, ann):
    """Otherwise the pictures would tell which handles are taken."""
    assert client.get("/avatars/nobody_yet.svg").status_code == 200


def test_nobody_is_looked_up(client):
    with queries(at_most=0):
        client.get("/avatars/ann.svg")


def test_browsers_keep_a_picture_for_a_week(client):
    answer = client.get("/avatars/ann.svg")

    assert answer.headers["Cache-Control"] == "public, max-age=604800"
    assert "Set-Cookie" not in answer.headers


def test_what_anybody_may_keep_says_nothing_about_the_reader(browser, ann):
    answer = browser.sign_in(ann).client.get("/avatars/ann.svg")

    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"].startswith("public")


@pytest.mark.parametrize(
    "handle", ["", "a b", "a.b", "é", "x" * 31, "..", "a%00", "<b>"]
)
def test_what_is_no_handle_has_no_picture(client, handle):
    assert client.get(f"/avatars/{handle}.svg").status_code == 404
