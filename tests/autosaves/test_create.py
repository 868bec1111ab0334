import pytest

from app.models import Post
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.sheets import autosave


@pytest.fixture
def sheet(browser, ann):
    """An empty sheet of Ann's."""
    return browser.sign_in(ann).visit("/posts/new")


def test_a_new_text_becomes_a_draft(sheet, browser):
    with changes(Post, by=1):
        said = autosave(sheet, body="First words.")

    assert said["state"] == "saved"
    assert browser.visit(said["edit"]).value("body") == "First words."


def test_the_answer_says_where_the_sheet_goes_on(sheet):
    said = autosave(sheet, body="First words.")

    page = sheet.browser.visit(said["edit"])
    assert page.select("#editor")[0]["action"] == said["action"]
    assert page.value("version") == str(said["version"])


def test_the_same_words_sent_twice_are_one_draft(sheet):
    first = autosave(sheet, body="First words.")

    with changes(Post, by=0):
        again = autosave(sheet, body="First words.")

    assert again == first


def test_other_words_on_a_sheet_that_is_a_draft_are_a_conflict(sheet):
    autosave(sheet, body="First words.")

    said = autosave(sheet, body="Other words.", expect=409)

    assert said["state"] == "conflict"


def test_other_words_on_a_sheet_that_is_published_are_another_draft(sheet):
    sheet.submit("#editor", "publish", body="First words.")

    with changes(Post, by=1):
        said = autosave(sheet, body="Other words.")

    assert sheet.browser.visit(said["edit"]).value("body") == "Other words."


def test_an_empty_sheet_is_kept_by_nobody(sheet):
    with changes(Post, by=0):
        said = autosave(sheet, body=" ", expect=422)

    assert (said["state"], list(said["errors"])) == ("invalid", ["body"])


def test_publishing_after_the_first_save_is_one_post(sheet):
    said = autosave(sheet, title="Once", body="First words.")

    with changes(Post, by=0):
        page = sheet.browser.visit(said["edit"]).submit("#editor", "publish")

    assert page.path == "/@ann/once"


def test_who_may_not_write_is_told_so(browser, bob, authors_only):
    token = browser.sign_in(bob).visit("/").value("csrf_token")
    answer = browser.client.post(
        "/posts/autosave",
        data={"csrf_token": token, "body": "Words."},
        headers={"Accept": "application/json"},
    )

    assert answer.status_code == 403
    assert answer.json["state"] == "failed"


def test_without_script_it_is_a_form_too(sheet):
    fields = {name: sheet.value(name) for name in ("csrf_token", "form_key")}

    page = sheet.browser.send("/posts/autosave", {**fields, "body": "First words."})

    assert page.value("body") == "First words."
    assert page.shows("Kept for later. Only you can see it.")


@pytest.mark.parametrize("path", ["/posts/autosave", "/posts/{}/autosave"])
def test_the_address_of_what_was_sent_shows_the_sheet(browser, ann, draft, path):
    page = browser.sign_in(ann).visit(path.format(draft.id))

    assert page.select("#editor")


def test_one_writer_may_save_sixty_times_a_minute(app, sheet, bob):
    for number in range(60):
        autosave(sheet, body="Same.", form_key=f"sheet {number}")
    other = Browser(app.test_client()).sign_in(bob).visit("/posts/new")

    said = autosave(sheet, body="Same.", form_key="sheet 60", expect=429)

    assert said["state"] == "failed"
    assert autosave(other, body="Mine.")["state"] == "saved"
