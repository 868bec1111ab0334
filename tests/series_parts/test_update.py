import pytest

from app.extensions import db
from tests.support.browser import Browser


@pytest.fixture
def page(browser, ann, letters):
    """The page where Ann puts her series in order."""
    return browser.sign_in(ann).visit(f"/series/{letters.id}/edit")


@pytest.mark.parametrize(
    ("place", "step", "order"),
    [
        (2, "up", ["Second", "First", "Third"]),
        (3, "up", ["First", "Third", "Second"]),
        (1, "down", ["Second", "First", "Third"]),
        (2, "down", ["First", "Third", "Second"]),
    ],
)
def test_a_part_moves_one_place(page, place, step, order):
    page = page.submit(f".parts li:nth-child({place}) form", step)

    assert page.texts(".parts p") == order
    assert page.browser.visit("/@ann/series/the-fig-letters").texts("h2")[:3] == order


def test_the_ends_move_one_way(page):
    first, *_, last = page.select(".parts form")

    assert [b["value"] for b in first.select("button[name=to]")] == ["down"]
    assert [b["value"] for b in last.select("button[name=to]")] == ["up"]


def test_a_button_pressed_twice_moves_no_further_than_the_end(page):
    for _ in range(3):
        done = page.submit(".parts li:nth-child(2) form", "up")

    assert done.texts(".parts p") == ["Second", "First", "Third"]


def test_what_is_in_the_bin_is_passed_over(page, parts):
    parts["Second"].throw_away()
    db.session.commit()

    page = page.submit(".parts li:nth-child(3) form", "up")

    assert page.texts(".parts p") == ["Third", "First"]


def test_a_step_that_there_is_not_moves_nothing(page):
    path = page.select(".parts form")[0]["action"]

    sent = {"csrf_token": page.value("csrf_token"), "to": "x"}

    assert page.browser.send(path, sent).texts(".parts p")[0] == "First"


def test_a_post_that_is_no_part_moves_nothing(page, essay, letters):
    path = f"/series/{letters.id}/parts/{essay.id}"

    sent = {"csrf_token": page.value("csrf_token"), "to": "up"}

    assert page.browser.send(path, sent).texts(".parts p") == [
        "First",
        "Second",
        "Third",
    ]


def test_nobody_else_moves_a_part(app, bob, letters, parts):
    browser = Browser(app.test_client()).sign_in(bob)
    sent = {"csrf_token": browser.visit("/").value("csrf_token"), "to": "down"}

    path = f"/series/{letters.id}/parts/{parts['First'].id}"

    assert browser.send(path, sent).status == 404
