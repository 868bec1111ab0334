"""What a script is told where a person would be shown a page."""

import pytest

from app.extensions import db
from app.models import LoginSession
from tests.support.sheets import autosave


@pytest.fixture
def sheet(browser, ann, draft):
    """Ann's draft, open in her editor."""
    return browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")


def test_whose_session_has_ended_is_told_so(sheet):
    db.session.query(LoginSession).delete()
    db.session.commit()

    assert autosave(sheet, body="Mine.", expect=401)["state"] == "signed-out"


def test_an_old_form_gets_a_fresh_token(sheet, browser, ann):
    browser.forget_cookies()
    browser.sign_in(ann).visit("/posts/new")

    said = autosave(sheet, body="Mine.", expect=400)

    assert (said["state"], said["whose"]) == ("old-form", str(ann.id))
    autosave(sheet, body="Mine.", csrf_token=said["csrf_token"])


def test_an_old_form_of_nobody_is_signed_out(sheet, browser):
    browser.forget_cookies()

    assert autosave(sheet, expect=401)["state"] == "signed-out"


def test_too_much_is_told_in_a_word(sheet):
    said = autosave(sheet, body="x" * 4_000_000, expect=413)

    assert said["state"] == "failed"


def test_a_crash_is_told_in_a_word(sheet, monkeypatch, app):
    monkeypatch.setattr("app.web.sheet.PostForm.keep_for", lambda *_: 1 / 0)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)

    said = autosave(sheet, body="Mine.", expect=500)

    assert said["state"] == "failed"


def test_a_browser_is_shown_a_page(sheet, browser):
    db.session.query(LoginSession).delete()
    db.session.commit()

    page = sheet.submit("#editor", "save", body="Mine.")

    assert page.text("h1") == "Welcome back"
