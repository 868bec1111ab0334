import pytest
from playwright.sync_api import expect

from tests.support.chromium import DESK, faint_by_night, inaccessible, publish, write
from tests.support.places import FOR_ADMINS, FOR_EVERYBODY, FOR_MEMBERS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", FOR_EVERYBODY)
def test_every_page_is_for_everybody(visit, path):
    page = visit(path, color_scheme="light")

    assert not inaccessible(page)
    assert not faint_by_night(page)


@pytest.mark.parametrize("path", FOR_MEMBERS + FOR_ADMINS)
def test_every_page_is_for_every_member(visit, path):
    page = visit(path, "ann", color_scheme="light")

    assert not inaccessible(page)
    assert not faint_by_night(page)


def test_a_refused_form_is_for_everybody(visit):
    page = visit("/sign-up")
    page.get_by_role("button", name="Make my account").click()
    expect(page.get_by_role("alert")).to_be_visible()

    assert not inaccessible(page)


def test_an_open_menu_is_for_everybody(visit):
    page = visit("/", "ann")
    page.get_by_role("button", name="Your menu").click()

    assert not inaccessible(page)


def test_a_preview_is_for_everybody(visit):
    page = visit("/", "cleo")
    write(
        page, "# One\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n- [ ] task[^1]\n\n[^1]: Note."
    )
    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.locator("#preview")).to_be_visible()

    assert not inaccessible(page)


def test_the_question_before_throwing_away_is_for_everybody(visit):
    page = visit("/", "cleo")
    publish(page, "A short one.")
    page.get_by_role("button", name="Delete…").click()

    # On a phone axe takes the tab bar to lie above: it knows no top layer.
    assert not inaccessible(page, DESK)
