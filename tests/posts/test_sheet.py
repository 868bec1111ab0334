from app.models import Post
from tests.support.browser import Browser
from tests.support.database import changes


def test_a_sheet_sent_twice_is_one_post(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")
    first = sheet.submit("#editor", "publish", title="Once", body="The same.")

    with changes(Post, by=0):
        again = sheet.submit("#editor", "publish", title="Once", body="The same.")

    assert again.path == first.path


def test_a_saved_sheet_is_published_by_the_other_button(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit("#editor", "save", title="Once", body="The same.")

    with changes(Post, by=0):
        page = sheet.submit("#editor", "publish", title="Once", body="The same.")

    assert page.path == "/@ann/once"


def test_a_saved_sheet_with_another_text_shows_both(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit("#editor", "save", body="The first text.")

    with changes(Post, by=0):
        page = sheet.submit("#editor", "publish", body="The second text.")

    assert (page.status, page.value("body")) == (409, "The second text.")
    assert page.text("#newer") == "The first text."


def test_the_second_text_replaces_the_first_when_sent_once_more(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit("#editor", "save", body="The first text.")
    both = sheet.submit("#editor", "publish", body="The second text.")

    with changes(Post, by=0):
        page = both.submit("#conflict", "publish")

    assert page.text(".prose") == "The second text."


def test_a_published_sheet_with_another_text_is_another_post(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit("#editor", "publish", body="The first text.")

    with changes(Post, by=1):
        page = sheet.submit("#editor", "publish", body="The second text.")

    assert page.text(".prose") == "The second text."


def test_that_other_post_is_one_post_too(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit("#editor", "publish", body="The first text.")

    with changes(Post, by=1):
        for _ in range(2):
            sheet.submit("#editor", "publish", body="The second text.")


def test_a_sheet_whose_post_is_in_the_bin_is_a_post_again(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit("#editor", "publish", body="Thrown away.").submit("#throw-away form")

    page = sheet.submit("#editor", "publish", body="Thought better of it.")

    assert page.text(".prose") == "Thought better of it."


def test_two_people_may_hold_the_same_sheet(app, browser, ann, bob):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit("#editor", "publish", body="Mine.")
    other = Browser(app.test_client()).sign_in(bob).visit("/posts/new")

    with changes(Post, by=1):
        other.submit(
            "#editor", "publish", body="Mine.", form_key=sheet.value("form_key")
        )
