import pytest

from app.models import Post
from tests.fixtures.joining import change_site
from tests.fixtures.writing import publish
from tests.support.database import changes

TYPED = {
    "title": "The tide tables",
    "summary": "On waiting.",
    "body": "High *water*, says @bob.\n\n# Nine\n\n`@bob` waits.[^1]\n\n[^1]: Long.",
}


def drawn(browser, **typed):
    """What comes back for a sheet with this on it."""
    sheet = browser.visit("/posts/new")
    fields = {name: sheet.value(name) for name in ("csrf_token", "form_key")}
    address = sheet.select("#editor")[0]["data-previews"]
    return browser.send(address, {**fields, "do": "preview", **typed})


def test_the_preview_is_what_readers_get(browser, ann, bob):
    preview = drawn(browser.sign_in(ann), **TYPED)

    post = browser.visit(publish(ann, **TYPED).path)

    assert preview.select(".prose")[0].decode_contents() == (
        post.select(".article .prose")[0].decode_contents()
    )
    assert preview.text("h2") == post.text("h1")


def test_the_preview_counts_what_readers_read(browser, ann):
    text = "See [the tables](https://example.org/a/b/c) now. " * 100

    preview = drawn(browser.sign_in(ann), body=text)

    assert preview.text("#wordcount") == "400 words about 2 minutes to read"


def test_nothing_is_kept_of_it(browser, ann):
    browser.sign_in(ann)

    with changes(Post, by=0):
        assert drawn(browser, **TYPED).status == 200


@pytest.mark.parametrize("typed", [{"body": ""}, {"title": "T", "body": ""}])
def test_an_empty_sheet_has_a_preview(browser, ann, typed):
    assert drawn(browser.sign_in(ann), **typed).status == 200


def test_what_cannot_be_published_is_said_in_words(browser, ann):
    preview = drawn(browser.sign_in(ann), title="x" * 201, body="B")

    assert (preview.status, preview.texts("li")) == (
        422,
        ["Title: This may be 200 characters long at most. Shorten it a little."],
    )


def test_a_preview_runs_no_script(browser, ann):
    preview = drawn(browser.sign_in(ann), body="<script>alert(1)</script>Hello")

    assert not preview.select("script")
    assert preview.text(".prose") == "Hello"


def test_who_does_not_write_draws_nothing(browser, bob):
    sheet = browser.sign_in(bob).visit("/posts/new")
    change_site(writing="authors")

    page = browser.send("/previews", {"csrf_token": sheet.value("csrf_token")})

    assert page.status == 403


def test_a_hand_cannot_write_faster_than_the_limit(browser, bob):
    sheet = browser.sign_in(bob).visit("/posts/new")
    fields = {"csrf_token": sheet.value("csrf_token"), "title": "T"}
    statuses = [browser.send("/previews", fields).status for _ in range(121)]

    assert (statuses[119], statuses[120]) == (200, 429)
