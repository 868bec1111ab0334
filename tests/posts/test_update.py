import pytest

from app.extensions import db


@pytest.fixture
def sheet(browser, ann, essay):
    """Ann's essay, open in her editor."""
    return browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")


@pytest.fixture
def older(sheet):
    """The same essay as another tab still shows it after a change."""
    sheet.submit("#editor", "save", body="The newer text.")
    return sheet


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


def test_an_edit_over_a_newer_text_shows_both(older):
    page = older.submit("#editor", "save", title="Mine", body="My text.")

    assert page.status == 409
    assert (page.value("title"), page.value("body")) == ("Mine", "My text.")
    assert page.text("#newer") == "The newer text."


def test_an_edit_over_a_newer_text_is_not_written(older, browser, essay):
    older.submit("#editor", "save", body="My text.")

    assert browser.visit(essay.path).text(".prose") == "The newer text."


def test_my_text_replaces_the_newer_one_when_sent_once_more(older):
    both = older.submit("#editor", "save", body="My text.")

    page = both.submit("#editor", "save")

    assert page.text(".prose") == "My text."


def test_the_same_text_over_a_newer_version_is_no_conflict(older):
    page = older.submit("#editor", "save", body="The newer text.")

    assert (page.status, page.path) == (200, "/@ann/the-tide-tables")


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
