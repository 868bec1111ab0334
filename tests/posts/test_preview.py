from app.models import Post
from tests.support.database import changes

TYPED = {
    "title": "The *tide*",
    "summary": "On waiting.",
    "body": "High *water* at nine.",
}


def test_the_preview_shows_the_text_as_readers_will_see_it(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "preview", **TYPED)

    assert page.text("#preview h2") == "The *tide*"
    assert page.text("#preview .dek") == "On waiting."
    assert page.text("#preview .prose em") == "water"


def test_the_preview_keeps_everything_typed_and_writes_nothing(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    with changes(Post, by=0):
        page = sheet.submit("#editor", "preview", **TYPED)

    assert {name: page.value(name) for name in TYPED} == TYPED
    assert page.value("form_key") == sheet.value("form_key")


def test_the_preview_of_a_change_leaves_the_post_alone(browser, ann, essay):
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")

    page = sheet.submit("#editor", "preview", **TYPED)

    assert page.text("#preview .prose em") == "water"
    assert browser.visit(essay.path).text(".prose") == "High water again."


def test_a_previewed_text_can_be_published_from_there(browser, ann):
    sheet = (
        browser.sign_in(ann).visit("/posts/new").submit("#editor", "preview", **TYPED)
    )

    page = sheet.submit("#editor", "publish")

    assert page.path == "/@ann/the-tide"


def test_the_preview_still_knows_which_version_was_read(browser, ann, essay):
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")
    sheet.submit("#editor", "save", body="From another tab.")

    preview = sheet.submit("#editor", "preview", **TYPED)

    assert preview.submit("#editor", "save").status == 409


def test_the_preview_runs_no_script(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "preview", body="<script>alert(1)</script>Hello")

    assert not page.select("#preview script")


def test_a_title_alone_has_a_preview(browser, ann):
    page = (
        browser.sign_in(ann).visit("/posts/new").submit("#editor", "preview", title="T")
    )

    assert (page.status, page.text("#preview-title")) == (200, "T")


def test_the_address_of_a_preview_opens_again(browser, ann):
    assert browser.sign_in(ann).visit("/posts").select("#editor")


def test_so_does_that_of_a_post(browser, ann, essay):
    page = browser.sign_in(ann).visit(f"/posts/{essay.id}")

    assert page.value("body") == "High water *again*."


def test_the_preview_knows_whom_the_text_names(browser, ann, bob):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "preview", title="", summary="", body="For @bob.")

    assert page.select("#preview .prose a.mention[href='/@bob']")


def test_the_preview_says_when_a_text_is_shown_as_written(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "preview", body="- [ ] a\n" * 20_000)

    assert page.text("#previewed .notice").startswith("This text needs more work")
