"""Where a post was before, and the language that it is in."""

import pytest

from app.extensions import db
from tests.fixtures.writing import publish

FIRST = "https://www.elsewhere.example/tides"


@pytest.fixture
def sheet(browser, ann, essay):
    """Ann's essay, open in her editor."""
    return browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")


def canonical(page):
    return page.html.find("link", rel="canonical")["href"]


def test_a_post_is_canonical_where_it_stands(browser, essay):
    page = browser.visit(essay.path)

    assert canonical(page) == "http://localhost/@ann/the-tide-tables"
    assert not page.shows("First published at")


def test_what_was_published_elsewhere_says_so(sheet):
    page = sheet.submit("#editor", "save", canonical=FIRST)

    assert canonical(page) == FIRST
    assert page.shows("First published at elsewhere.example")
    assert page.select(f"a[href='{FIRST}']")[0]["rel"] == ["nofollow", "noopener"]


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a",
        "example.org",
        "javascript:alert(1)",
        "https://",
        "ftp://x",
    ],
)
def test_where_it_was_is_a_safe_address(sheet, address):
    page = sheet.submit("#editor", "save", canonical=address, body="Typed.")

    assert page.status == 422
    assert "https://example.org" in page.text("#canonical-error")
    assert (page.value("canonical"), page.value("body")) == (address, "Typed.")


def test_the_language_is_told_with_every_text(sheet):
    page = sheet.submit("#editor", "save", language="ar")

    for selector in ("h1", ".dek", ".prose"):
        tag = page.select(selector)[0]
        assert (tag["lang"], tag["dir"]) == ("ar", "rtl")


def test_the_page_keeps_the_language_of_its_reader(sheet):
    page = sheet.submit("#editor", "save", language="ar")

    assert (page.html.html["lang"], page.html.html["dir"]) == ("en", "ltr")


def test_lists_tell_the_language_too(browser, ann, essay, note):
    essay.language, note.language = "de", "ja"
    db.session.commit()

    page = browser.visit("/explore/")

    assert page.select(".entry-title")[0]["lang"] == "de"
    assert page.select(".entry-note")[0]["lang"] == "ja"


def test_a_language_that_is_not_said_is_guessed_by_the_browser(browser, essay):
    title = browser.visit(essay.path).select("h1")[0]

    assert (title.get("lang"), title["dir"]) == ("", "auto")


def test_a_new_sheet_offers_the_language_of_the_account(browser, bob):
    bob.account.language = "de"
    db.session.commit()

    page = browser.sign_in(bob).visit("/posts/new")

    assert page.value("language") == "de"


def test_a_language_that_nobody_speaks_is_refused(sheet):
    assert sheet.submit("#editor", "save", language='x" onload="').status == 422


def test_a_form_without_these_fields_leaves_them(browser, ann):
    post = publish(ann, "Tides", "Water.")
    post.language, post.canonical = "de", FIRST
    db.session.commit()
    token = browser.sign_in(ann).visit("/").value("csrf_token")

    sent = {"csrf_token": token, "title": "T", "body": "x", "version": post.version}
    browser.send(f"/posts/{post.id}", sent)

    db.session.refresh(post)
    assert (post.title, post.language, post.canonical) == ("T", "de", FIRST)
