import pytest

from app.extensions import db
from app.models import Post, WorkingCopy
from tests.support.database import changes, queries
from tests.support.sheets import autosave

ESSAY = "/@ann/the-tide-tables"


@pytest.fixture
def sheet(browser, ann, essay):
    """Ann's essay, open in her editor."""
    return browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")


def read_again(sheet):
    return sheet.browser.visit(sheet.path)


def test_a_draft_is_kept_in_itself(browser, ann, draft):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")

    with changes(WorkingCopy, by=0):
        said = autosave(sheet, body="Further on.")

    assert said["version"] == draft.version
    assert read_again(sheet).value("body") == "Further on."


def test_readers_do_not_see_what_is_typed_over_a_post(sheet, browser):
    with changes(WorkingCopy, by=1):
        autosave(sheet, title="Another title", body="Not yet.")

    page = browser.visit(ESSAY)
    assert page.text(".prose") == "High water again."
    assert "edited" not in page.text(".article-head .byline")


def test_the_editor_opens_with_what_was_typed_last(sheet):
    autosave(sheet, title="Another title", body="Not yet.")

    page = read_again(sheet)

    assert (page.value("title"), page.value("body")) == ("Another title", "Not yet.")
    assert page.shows("that nobody else sees yet")


def test_update_gives_it_to_the_readers(sheet):
    autosave(sheet, body="Not yet.")

    with changes(WorkingCopy, by=-1):
        page = read_again(sheet).submit("#editor", "save")

    assert (page.path, page.text(".prose")) == (ESSAY, "Not yet.")
    assert "edited" in page.text(".article-head .byline")


def test_save_after_save_goes_on_with_the_same_copy(sheet):
    said = autosave(sheet, body="One.")

    with changes(WorkingCopy, by=0):
        autosave(sheet, body="One, two.", stamp=said["stamp"])

    assert read_again(sheet).value("body") == "One, two."


def test_words_that_are_the_readers_again_need_no_copy(sheet, essay):
    said = autosave(sheet, body="One.")

    with changes(WorkingCopy, by=-1):
        said = autosave(sheet, stamp=said["stamp"])

    assert said["stamp"] == ""


def test_what_stands_beside_the_text_is_kept_too(sheet):
    autosave(sheet, tag_line="tides, waiting")

    page = read_again(sheet)

    assert page.value("tag_line") == "tides, waiting"


def test_readers_do_not_see_that_either(sheet, browser):
    autosave(sheet, tag_line="moonrise")

    assert not browser.visit(ESSAY).shows("moonrise")


def test_a_copy_bears_faults(sheet):
    autosave(sheet, title="x" * 500, body="")

    page = read_again(sheet)
    assert (page.value("title"), page.value("body")) == ("x" * 500, "")
    assert page.submit("#editor", "save").status == 422


def test_a_draft_does_not(browser, ann, draft):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")

    said = autosave(sheet, title="x" * 500, expect=422)

    assert list(said["errors"]) == ["title"]


@pytest.mark.parametrize(("length", "code"), [(219_000, 200), (220_001, 422)])
def test_a_copy_has_its_measure(sheet, length, code):
    said = autosave(sheet, body="x" * length, expect=code)

    assert said["state"] == ("saved" if code == 200 else "invalid")


def test_a_scheduled_post_stays_as_it_was_promised(browser, ann, draft):
    draft.publish()
    draft.published_at = draft.published_at.replace(year=2990)
    db.session.commit()
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")

    autosave(sheet, body="Not yet, not at all.")

    assert db.session.get(Post, draft.id).body == "Not yet."


def test_it_takes_few_statements(sheet):
    said = autosave(sheet, body="One.")

    with queries(at_most=5):
        autosave(sheet, body="Two.", stamp=said["stamp"])


@pytest.mark.parametrize("version", ["", "abc", "9" * 5000])
def test_an_odd_version_is_a_conflict(sheet, version):
    autosave(sheet, body="Mine.", version=version, expect=409)


def test_a_text_in_the_bin_is_not_there(sheet, essay):
    essay.throw_away()
    db.session.commit()

    autosave(sheet, body="Mine.", expect=404)


def test_a_text_of_somebody_else_is_not_there(app, bob, sheet, browser):
    browser.forget_cookies()
    token = browser.sign_in(bob).visit("/").value("csrf_token")

    autosave(sheet, csrf_token=token, expect=404)


def test_a_choice_that_was_made_and_taken_back_is_taken_back(browser, ann, draft):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")
    autosave(sheet, visibility="private", visibility_seen="public")
    sheet = read_again(sheet)
    said = autosave(sheet, visibility="public", visibility_seen="private")

    autosave(sheet, visibility="private", **said["seen"])

    assert read_again(sheet).value("visibility_seen") == "private"


def test_a_text_that_is_gone_for_a_moment_is_kept_so(sheet, browser):
    autosave(sheet, title="Begun anew", body="")

    assert (read_again(sheet).value("title"), read_again(sheet).value("body")) == (
        "Begun anew",
        "",
    )
    assert browser.visit(ESSAY).text(".prose") == "High water again."
