"""No word is lost: what is typed is kept before anybody presses a button."""

import pytest

from app.models import Page, PageCopy
from tests.support.database import changes
from tests.support.sheets import autosave, written_on


@pytest.fixture
def sheet(browser, ann):
    return browser.sign_in(ann).visit("/pages/new")


@pytest.fixture
def desk(browser, ann, about):
    """The page About, open in Ann's editor."""
    return browser.sign_in(ann).visit(f"/pages/{about.id}/edit")


def test_a_new_sheet_becomes_a_draft(sheet):
    with changes(Page, by=1):
        said = autosave(sheet, title="Rules")

    page = sheet.browser.visit(said["edit"])
    assert (said["action"], page.value("title")) == (said["edit"], "Rules")


def test_sent_again_it_is_the_same_draft(sheet):
    with changes(Page, by=1):
        autosave(sheet, title="Rules", body="Be kind.", slug="rules")
        autosave(sheet, title="Rules", body="Be kind.", slug="rules")


def test_what_others_read_stays_until_update(desk):
    with changes(PageCopy, by=1):
        autosave(desk, body="We love words.")

    assert desk.browser.visit("/pages/about").text(".prose") == "We like words."
    assert desk.browser.visit(desk.path).value("body") == "We love words."


def test_update_takes_it(desk):
    autosave(desk, body="We love words.", place="3")

    with changes(PageCopy, by=-1):
        page = desk.browser.visit(desk.path).submit("#editor", "save")

    assert page.text(".prose") == "We love words."


def test_another_admin_goes_on_with_it(desk, browser, bob):
    autosave(desk, body="We love words.")
    bob.account.role = "admin"

    page = browser.sign_in(bob).visit(desk.path)

    assert page.value("body") == "We love words."
    assert autosave(page, body="We love all words.")["state"] == "saved"


def test_it_can_be_thrown_away(desk):
    autosave(desk, body="We love words.")

    page = desk.browser.visit(desk.path).submit("#discard form")

    assert page.value("body") == "We *like* words."


def test_the_second_tab_hears_of_the_first(desk):
    other = desk.browser.visit(desk.path)
    autosave(desk, body="Here.")

    assert autosave(other, body="There.", expect=409)["state"] == "conflict"


def test_then_both_texts_are_shown(desk):
    other = desk.browser.visit(desk.path)
    autosave(desk, body="Here.")

    both = other.submit("#editor", "keep", body="There.")

    assert (both.status, both.text("#newer")) == (409, "Here.")
    assert both.submit("#conflict", "keep").value("body") == "There."


def test_without_a_script_it_is_saved_for_later(desk):
    page = desk.submit("#editor", "keep", body="Later.")

    assert page.value("body") == "Later."
    assert page.shows("Changes kept, not published")


def test_what_cannot_be_kept_says_why(sheet):
    said = autosave(sheet, expect=422, title="Rules", body="x" * 200_001)

    assert "body" in said["errors"]


def test_a_closed_door_does_not_swallow_a_word(browser, sheet):
    fields = {**written_on(sheet), "title": "Rules", "body": "Be kind."}
    browser.forget_cookies()

    page = browser.send("/pages/new", fields)

    assert page.value("kept:body") == "Be kind."


def test_the_sheet_knows_where_a_new_one_begins(sheet, desk):
    """So that words on this device are offered on the sheets that they belong to."""
    (new,), (old,) = sheet.select("#editor"), desk.select("#editor")

    assert new["data-begins"] == old["data-begins"] == new["action"] == "/pages/new"
