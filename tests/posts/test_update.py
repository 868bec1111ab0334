import pytest

from app.extensions import db
from tests.support.database import queries


@pytest.fixture
def sheet(browser, ann, essay):
    """Ann's essay, open in her editor."""
    return browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")


def test_the_editor_gives_the_text_back_as_it_was_typed(sheet):
    assert sheet.value("title") == "The tide tables"
    assert sheet.value("summary") == "On waiting."
    assert sheet.value("body") == "High water *again*."


def test_a_text_keeps_its_empty_first_lines_and_its_markup(browser, ann):
    body = "\n\n</textarea><script>alert(1)</script> & \u201cmore\u201d"
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "save", body=body)

    assert page.value("body") == body


def test_a_change_is_on_the_page_at_once(sheet):
    page = sheet.submit("#editor", "save", title="The new tables", body="Low water.")

    assert page.text("h1") == "The new tables"
    assert page.text(".prose") == "Low water."


def test_the_address_stays_when_the_title_changes(sheet):
    page = sheet.submit("#editor", "save", title="Another title")

    assert page.path == "/@ann/the-tide-tables"


def test_readers_see_that_a_text_was_edited(sheet):
    page = sheet.submit("#editor", "save", body="Low water.")

    assert "edited" in page.text(".article-head .byline")


def test_sending_the_same_text_changes_nothing(sheet, essay):
    page = sheet.submit("#editor", "save")

    assert "edited" not in page.text(".article-head .byline")
    db.session.refresh(essay)
    assert str(essay.version) == sheet.value("version")


def test_back_from_the_bin_is_not_a_newer_text(sheet, browser, essay):
    browser.visit(essay.path).submit("#throw-away form").submit(".notice form")

    page = sheet.submit("#editor", "save", body="Low water.")

    assert page.text(".prose") == "Low water."


def test_a_text_of_somebody_else_has_no_editor(browser, bob, draft):
    assert browser.sign_in(bob).visit(f"/posts/{draft.id}/edit").status == 404


@pytest.mark.parametrize("verb", ["", "/delete"])
def test_a_text_of_somebody_else_cannot_be_changed(browser, bob, draft, verb):
    token = browser.sign_in(bob).visit("/").value("csrf_token")
    stolen = {"csrf_token": token, "body": "Mine now.", "version": draft.version}

    page = browser.send(f"/posts/{draft.id}{verb}", stolen)

    assert page.status == 404
    db.session.refresh(draft)
    assert (draft.body, draft.deleted_at) == ("Not yet.", None)


@pytest.mark.parametrize("key", ["0", "-1", "x", str(2**63), "9" * 30])
def test_a_number_that_no_post_has_is_unknown(browser, ann, key):
    assert browser.sign_in(ann).visit(f"/posts/{key}/edit").status == 404


@pytest.mark.parametrize("path", ["/posts/new", "/posts/1/edit", "/drafts/", "/bin/"])
def test_the_desk_is_for_members(browser, app, path):
    assert browser.visit(path).path == f"/sign-in?next={path}"


def test_a_text_in_the_bin_is_not_edited(browser, ann, binned):
    page = browser.sign_in(ann).visit(f"/posts/{binned.id}/edit")

    assert page.status == 404


def test_what_others_have_is_not_emptied(browser, ann, essay):
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")

    page = sheet.submit("#editor", "save", title="A title alone", body=" ")

    assert (page.status, page.value("title")) == (422, "A title alone")
    assert page.text("#body-error") == "Write something first. A word is enough."
    assert browser.visit(essay.path).text(".prose") == "High water again."


def test_the_sheet_takes_few_statements(browser, ann, essay, heron, letters):
    sheet = f"/posts/{essay.id}/edit"
    browser.sign_in(ann).visit(sheet)

    with queries(at_most=5):
        browser.visit(sheet)
