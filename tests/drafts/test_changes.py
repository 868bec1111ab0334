"""Published posts with changes that nobody else sees yet, among the drafts."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models.columns import now
from tests.support.database import queries
from tests.support.sheets import autosave


@pytest.fixture
def changed(browser, ann, essay):
    """Ann's essay, open in her editor, with a change that is kept for later."""
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")
    autosave(sheet, body="Not yet.")
    return sheet


def test_a_published_post_with_changes_waits_among_the_drafts(changed, browser):
    page = browser.visit("/drafts/")

    assert page.text(".feed h2") == "The tide tables"
    assert page.text(".feed .badge") == "Changes to a published post"


def test_what_was_changed_last_stands_first(browser, ann, essay, draft):
    autosave(browser.sign_in(ann).visit(f"/posts/{essay.id}/edit"), body="Not yet.")

    titles = browser.visit("/drafts/").texts(".feed h2")

    assert titles == ["The tide tables", "Draft"]


def test_it_is_gone_from_there_after_the_update(changed, browser):
    browser.visit(changed.path).submit("#editor", "save")

    assert browser.visit("/drafts/").shows("No drafts")


def test_others_do_not_see_it_in_their_list(app, changed, browser, bob):
    browser.forget_cookies()

    assert browser.sign_in(bob).visit("/drafts/").shows("No drafts")


def test_what_is_in_the_bin_is_not_listed(changed, browser, essay):
    browser.visit("/@ann/the-tide-tables").submit("#throw-away form")

    assert browser.visit("/drafts/").shows("No drafts")


def test_the_list_takes_as_few_statements(changed, browser, draft):
    browser.visit("/drafts/")

    with queries(at_most=3):
        browser.visit("/drafts/")


def test_what_is_scheduled_is_listed_once(browser, ann, draft):
    draft.publish(at=now() + timedelta(days=3))
    db.session.commit()
    autosave(browser.sign_in(ann).visit(f"/posts/{draft.id}/edit"), body="Not yet.")

    page = browser.visit("/drafts/")

    assert page.texts(".feed h2") == ["Draft"]
    assert "Appears on" in page.text(".feed .meta")
