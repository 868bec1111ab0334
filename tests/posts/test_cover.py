"""A picture above the text."""

from app.extensions import db
from app.models import Picture
from tests.fixtures.writing import publish

TYPED = {"title": "The heron", "body": "It stood there."}


def test_a_picture_of_ones_own_stands_above_the_text(browser, ann, heron):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit(
        "#editor", "publish", cover_name=heron.name, cover_caption="Dusk", **TYPED
    )

    assert page.select(".article-cover img")[0]["alt"] == "A heron"
    assert page.text(".article-cover figcaption") == "Dusk"


def test_lists_show_it_small(browser, ann, heron):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit("#editor", "publish", cover_name=heron.name, **TYPED)

    page = browser.visit("/@ann")

    assert page.select(".entry-cover img")[0]["src"] == heron.info.small


def test_readers_may_see_the_file(browser, ann, bob, heron):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit("#editor", "publish", cover_name=heron.name, **TYPED)

    assert browser.sign_in(bob).visit(heron.path()).status == 200


def test_the_preview_shows_it(browser, ann, heron):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit(
        "#editor", "preview", cover_name=heron.name, cover_alt="Grey", **TYPED
    )

    assert page.select("#preview .article-cover img")[0]["alt"] == "Grey"


def test_the_editor_gives_it_back_and_takes_it_away(browser, ann, heron):
    sheet = browser.sign_in(ann).visit("/posts/new")
    draft = sheet.submit("#editor", "save", cover_name=heron.name, **TYPED)
    chosen = draft.select("input[name=cover_name][checked]")

    page = draft.submit("#editor", "publish", cover_name="")

    assert [radio["value"] for radio in chosen] == [heron.name]
    assert not page.select(".article-cover")


def test_a_picture_of_somebody_else_is_no_cover(browser, bob, heron):
    sheet = browser.sign_in(bob).visit("/posts/new")

    page = sheet.submit("#editor", "publish", cover_name=heron.name, **TYPED)

    assert (page.status, page.value("body")) == (422, "It stood there.")
    assert "isn’t there any more" in page.text("#cover_name-error")


def test_words_without_a_picture_are_not_lost(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "publish", cover_caption="Dusk", **TYPED)

    assert (page.status, page.value("cover_caption")) == (422, "Dusk")


def test_a_form_that_does_not_ask_leaves_the_cover(browser, ann, heron):
    post = publish(ann, "The heron", "It stood there.")
    post.wear(db.session.get(Picture, heron.id))
    db.session.commit()
    sheet = browser.sign_in(ann).visit(f"/posts/{post.id}/edit")
    for radio in sheet.select("input[name=cover_name]"):
        radio.decompose()

    page = sheet.submit("#editor", "save", body="It flew.")

    assert page.select(".article-cover")
