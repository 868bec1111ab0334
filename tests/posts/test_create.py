from sqlalchemy import select

from app.extensions import db
from app.models import Post
from tests.support.database import changes


def test_an_article_is_published_from_the_editor(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    with changes(Post, by=1):
        page = sheet.submit(
            "#editor", "publish", title="The tide", body="High *water*."
        )

    assert page.path == "/@ann/the-tide"
    assert page.text(".prose em") == "water"


def test_a_note_is_published_from_the_home_page(browser, bob):
    home = browser.sign_in(bob).visit("/")

    with changes(Post, by=1):
        page = home.submit("form.composer", body="A raisin in the bell.")

    assert page.text("h1") == "A note by Bob Lindqvist"
    assert page.text(".prose") == "A raisin in the bell."


def test_what_was_published_counts_on_the_profile(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    sheet.submit("#editor", "publish", body="A note.")

    assert browser.visit("/@ann").texts(".stats a")[0] == "1 post"


def test_a_saved_text_waits_as_a_draft(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "save", title="Not yet", body="Half a thought.")

    assert page.shows("Saved as a draft. Only you can see it.")
    assert page.value("body") == "Half a thought."
    assert browser.visit("/drafts/").text(".feed h2") == "Not yet"


def test_a_draft_is_published_when_it_is_ready(browser, ann, draft):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")

    page = sheet.submit("#editor", "publish", title="Now", body="A whole thought.")

    assert page.path == "/@ann/now"
    assert browser.visit("/drafts/").shows("No drafts")


def test_what_a_visitor_sent_waits_on_the_sign_in_page(browser, ann):
    home = browser.sign_in(ann).visit("/")
    browser.client.delete_cookie(browser.client.application.config["LOGIN_COOKIE"])

    with changes(Post, by=0):
        page = home.submit("form.composer", body="Typed in good faith.")

    assert page.status == 401
    assert page.value("kept:body") == "Typed in good faith."


def test_a_form_from_an_old_session_is_sent_by_one_more_press(browser, ann):
    browser.sign_in(ann)
    late = browser.send("/posts", {"body": "Typed long ago.", "do": "publish"})

    page = late.submit("main form")

    assert late.status == 400
    assert page.text(".prose") == "Typed long ago."


def test_the_author_is_whoever_is_signed_in(browser, ann, bob):
    sheet = browser.sign_in(ann).visit("/posts/new")

    sheet.submit("#editor", "publish", body="Whose?", author_id=str(bob.id))

    assert db.session.scalars(select(Post.author_id)).all() == [ann.id]
