import pytest

from app.extensions import db
from app.models import Revision
from tests.support.database import changes


@pytest.fixture
def first(browser, ann, revised):
    """The page of what Ann's essay said at first."""
    return browser.sign_in(ann).visit(f"/posts/{revised.id}/revisions/1")


def test_an_old_text_comes_back(first, browser, revised):
    first.submit("main form")

    assert browser.visit(revised.path).text(".prose") == "High water again."


def test_that_is_a_revision_of_its_own(first):
    with changes(Revision, by=1):
        page = first.submit("main form")

    assert "text 1 again" in page.text(".texts li:first-child")
    assert "This text is back." in page.text()


def test_readers_are_told_that_it_was_edited(first, browser, revised):
    first.submit("main form")

    assert "edited" in browser.visit(revised.path).text(".article-head .byline")


def test_pressed_twice_it_is_restored_once(first):
    first.submit("main form")

    with changes(Revision, by=0):
        first.submit("main form")


def test_another_tab_notices_it(first, browser, revised):
    sheet = browser.visit(f"/posts/{revised.id}/edit")
    first.submit("main form")

    assert sheet.submit("#editor", "save", body="From this tab.").status == 409


def test_the_present_text_has_no_button(browser, first, revised):
    page = browser.visit(f"/posts/{revised.id}/revisions/2")

    assert not page.select("main form")


def test_nobody_else_restores_it(browser, bob, revised):
    token = browser.sign_in(bob).visit("/").value("csrf_token")

    page = browser.send(
        f"/posts/{revised.id}/revisions/1/restore", {"csrf_token": token}
    )

    assert page.status == 404
    db.session.refresh(revised)
    assert revised.body.startswith("Low")


def test_what_is_in_the_bin_is_not_restored(first, revised):
    revised.throw_away()
    db.session.commit()

    assert first.submit("main form").status == 404


def test_nobody_is_left_with_an_empty_text_who_had_one(first, browser, revised):
    db.session.scalars(revised.revisions().where(Revision.number == 1)).one().body = ""
    db.session.commit()

    assert first.submit("main form").status == 409
    assert browser.visit(revised.path).text(".prose")
