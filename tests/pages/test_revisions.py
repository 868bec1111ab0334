"""Every text that a page had stays, and comes back."""

import pytest

from app.extensions import db
from app.models import PageText
from tests.support.database import changes
from tests.support.sheets import autosave


@pytest.fixture
def changed(browser, ann, about):
    """About, which says something else by now."""
    sheet = browser.sign_in(ann).visit(f"/pages/{about.id}/edit")
    sheet.submit("#editor", "save", body="We love words.")
    return about


def test_each_text_that_was_published_is_kept(changed, browser):
    page = browser.visit(f"/pages/{changed.id}/revisions/")

    assert len(page.select(".texts li")) == 2
    assert "What readers see" in page.texts(".texts li")[0]


def test_it_shows_what_changed(changed, browser):
    page = browser.visit(f"/pages/{changed.id}/revisions/2")

    assert "love" in page.text(".difference-body ins")
    assert page.shows("Written by Ann Okafor")


def test_an_earlier_text_comes_back(changed, browser):
    page = browser.visit(f"/pages/{changed.id}/revisions/1")

    with changes(PageText, by=1):
        page.submit("form[action$='/restore']")

    assert browser.visit("/pages/about").text(".prose") == "We like words."


def test_an_empty_one_does_not_while_it_is_out(changed, browser):
    text = db.session.query(PageText).filter_by(number=1).one()
    text.body = ""
    db.session.commit()
    page = browser.visit(f"/pages/{changed.id}/revisions/1")

    assert page.submit("form[action$='/restore']").status == 409


def test_what_a_draft_said_is_nobody_s_history(browser, ann, rules):
    sheet = browser.sign_in(ann).visit(f"/pages/{rules.id}/edit")

    with changes(PageText, by=0):
        autosave(sheet, body="Be kinder.")


def test_but_what_was_replaced_in_a_conflict_is_kept(browser, ann, rules):
    sheet = browser.sign_in(ann).visit(f"/pages/{rules.id}/edit")
    browser.visit(sheet.path).submit("#editor", "save", body="Newer.")

    with changes(PageText, by=1):
        sheet.submit("#editor", "save", body="Mine.").submit("#conflict", "save")

    page = browser.visit(f"/pages/{rules.id}/revisions/1")
    assert page.text(".prose") == "Newer."


def test_one_that_is_not_there_is_not_found(changed, browser):
    assert browser.visit(f"/pages/{changed.id}/revisions/3").status == 404
