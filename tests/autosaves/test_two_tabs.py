"""The same text in two places: neither loses what the other typed."""

import pytest

from app.models import Post, WorkingCopy
from tests.support.database import changes
from tests.support.sheets import autosave, written_on

ESSAY = "/@ann/the-tide-tables"


@pytest.fixture
def sheet(browser, ann, essay):
    """Ann's essay, open in a tab."""
    return browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")


@pytest.fixture
def other(sheet):
    """The same essay, open in another tab, where something was typed and kept."""
    other = sheet.browser.visit(sheet.path)
    autosave(other, body="Typed there.")
    return sheet.browser.visit(sheet.path)


def test_the_second_tab_hears_of_the_copy_of_the_first(sheet, other):
    said = autosave(sheet, body="Typed here.", expect=409)

    assert said["state"] == "conflict"
    assert sheet.browser.visit(sheet.path).value("body") == "Typed there."


def test_it_hears_of_an_update(sheet, other):
    other.submit("#editor", "save")

    said = autosave(sheet, body="Typed here.", expect=409)

    assert said["state"] == "conflict"


def test_it_hears_of_a_copy_that_was_thrown_away(other):
    other.submit("#discard form")

    autosave(other, body="Typed here.", expect=409)


def test_drafts_are_guarded_the_same_way(browser, ann, draft):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")
    autosave(sheet, body="Typed there.")

    autosave(sheet, body="Typed here.", expect=409)


def test_both_texts_are_shown_on_request(sheet, other):
    page = sheet.submit("#editor", "keep", body="Typed here.")

    assert (page.status, page.value("body")) == (409, "Typed here.")
    assert page.text("#newer") == "Typed there."


def test_mine_replaces_the_other_when_sent_once_more(sheet, other):
    page = sheet.submit("#editor", "keep", body="Typed here.")

    page = page.submit("#conflict", "keep")

    assert page.value("body") == "Typed here."
    assert page.browser.visit(ESSAY).text(".prose") == "High water again."


def test_an_update_that_did_not_know_of_a_copy_leaves_it(sheet, other):
    with changes(WorkingCopy, by=0):
        sheet.submit("#editor", "save", body="Typed here.")

    page = sheet.browser.visit(sheet.path)
    assert page.value("body") == "Typed there."


def test_a_copy_over_an_older_text_shows_both_when_it_is_sent(sheet, other, essay):
    sheet.submit("#editor", "save", body="Typed here.")

    page = sheet.browser.visit(sheet.path).submit("#editor", "save")

    assert (page.status, page.text("#newer")) == (409, "Typed here.")


def test_such_a_copy_is_kept_further(sheet, other):
    sheet.submit("#editor", "save", body="Typed here.")

    said = autosave(sheet.browser.visit(sheet.path), body="Typed there, and on.")

    assert said["state"] == "saved"


def test_an_answer_that_was_lost_is_no_conflict(sheet):
    autosave(sheet, body="Typed here.")

    said = autosave(sheet, body="Typed here.")

    assert said["state"] == "saved"


def test_mine_can_be_a_draft_of_its_own(sheet, other):
    page = sheet.submit("#editor", "keep", body="Typed here.")

    with changes(Post, by=1):
        page = page.submit("#conflict", "draft")

    assert page.value("body") == "Typed here."
    assert sheet.browser.visit(sheet.path).value("body") == "Typed there."


def test_a_draft_takes_mine_over_the_newer_one(browser, ann, draft):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")
    autosave(sheet, body="Typed there.")
    page = sheet.browser.send(
        f"/posts/{draft.id}/autosave", {**written_on(sheet), "body": "Typed here."}
    )
    assert (page.status, page.text("#newer")) == (409, "Typed there.")

    page = page.submit("#conflict", "keep")

    assert page.value("body") == "Typed here."
