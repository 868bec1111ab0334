"""Two tabs, one post: nothing that was typed is lost."""

import pytest


@pytest.fixture
def tabs(browser, ann, essay):
    """The same sheet twice; the other tab was faster."""
    browser.sign_in(ann)
    mine, other = (browser.visit(f"/posts/{essay.id}/edit") for _ in range(2))
    other.submit(body="From the other tab.")
    return mine


def test_both_texts_are_shown(tabs):
    page = tabs.submit(body="From this tab.")

    assert page.status == 409
    assert page.value("body") == "From this tab."
    assert page.text("#newer") == "From the other tab."


def test_the_other_text_stays_until_the_writer_says_so(tabs, browser, essay):
    page = tabs.submit(body="From this tab.")
    assert browser.visit(essay.path).text(".prose") == "From the other tab."

    assert page.submit().text(".prose") == "From this tab."


def test_the_same_text_twice_is_no_conflict(tabs, essay):
    assert tabs.submit(body="From the other tab.").path == essay.path
