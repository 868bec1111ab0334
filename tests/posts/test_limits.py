import pytest

from app.models import Post
from tests.support.database import changes

EMPTY = "Write something first. A word is enough."


@pytest.mark.parametrize("body", ["", "  \n\n ", "\x00"])
def test_an_empty_text_is_asked_for(browser, ann, body):
    sheet = browser.sign_in(ann).visit("/posts/new")

    with changes(Post, by=0):
        page = sheet.submit("#editor", "publish", title="A title", body=body)

    assert (page.status, page.text("#body-error")) == (422, EMPTY)
    assert page.value("title") == "A title"


def test_a_title_alone_is_a_draft(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "save", title="A title")

    assert (page.status, page.value("title")) == (200, "A title")


def test_an_empty_sheet_is_no_draft(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    with changes(Post, by=0):
        page = sheet.submit("#editor", "save")

    assert (page.status, page.text("#body-error")) == (422, EMPTY)


def test_an_empty_note_is_asked_for(browser, ann):
    page = browser.sign_in(ann).visit("/").submit("form.composer", body="")

    assert (page.status, page.text("#body-error")) == (422, EMPTY)


@pytest.mark.parametrize(
    ("field", "longest"), [("title", 200), ("summary", 300), ("body", 200_000)]
)
def test_a_text_that_is_too_long_stands_in_the_form_again(browser, ann, field, longest):
    sheet = browser.sign_in(ann).visit("/posts/new")
    typed = {"title": "T", "summary": "S", "body": "B", field: "x" * (longest + 1)}

    page = sheet.submit("#editor", "publish", **typed)

    message = f"This may be {longest} characters long at most. Shorten it a little."
    assert (page.status, page.text(f"#{field}-error")) == (422, message)
    assert {name: page.value(name) for name in typed} == typed


@pytest.mark.parametrize(
    ("field", "longest"), [("title", 200), ("summary", 300), ("body", 200_000)]
)
def test_the_longest_text_is_taken(browser, ann, field, longest):
    sheet = browser.sign_in(ann).visit("/posts/new")
    typed = {"title": "T", "body": "B", field: "x " * (longest // 2 - 1) + "xx"}

    with changes(Post, by=1):
        sheet.submit("#editor", "publish", **typed)


@pytest.mark.parametrize("letter", ["\u0627", "\u6f6e", "\U0001d54f"])
def test_the_longest_text_of_every_script_is_taken(browser, ann, letter):
    sheet = browser.sign_in(ann).visit("/posts/new")

    with changes(Post, by=1):
        page = sheet.submit("#editor", "publish", body=letter * 200_000)

    assert page.status == 200


def test_a_word_of_a_hundred_thousand_letters_is_a_text(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "publish", title="Long", body="a" * 100_000)

    assert page.text(".prose") == "a" * 100_000


@pytest.mark.parametrize("word", ["x" * 200, "W" * 199 + "!", "\u6f6e" * 200])
def test_a_title_of_one_long_word_gives_a_short_address(browser, ann, word):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "publish", title=word, body="A text.")

    assert page.text("h1") == word
    assert page.path.startswith("/@ann/")


@pytest.mark.parametrize(
    "title", ["T\x00ide", "\u202eTide", "\u2066Tide\u2069", "T\u200fide", " Tide \r\n "]
)
def test_a_title_is_one_line_that_turns_nothing_around(browser, ann, title):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "publish", title=title, body="A text.")

    assert page.html.h1.get_text() == "Tide"


def test_a_body_loses_only_what_nobody_can_see(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "save", body="One\x00\r\n\r\n\tTwo \u202eend")

    assert page.value("body") == "One\n\n\tTwo \u202eend"


@pytest.mark.parametrize("key", ["a\x00b", "x" * 37, "\u6f6e", ""])
def test_an_odd_sheet_loses_nothing(browser, ann, key):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "publish", body="My words.", form_key=key)

    assert page.shows("My words.")
    assert page.status in {200, 422}


@pytest.mark.parametrize("version", ["", "abc", "9" * 30, "9" * 5000, "-1"])
def test_an_odd_version_loses_nothing(browser, ann, essay, version):
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")

    page = sheet.submit("#editor", "save", body="My words.", version=version)

    assert page.value("body") == "My words."
    assert page.status in {409, 422}
