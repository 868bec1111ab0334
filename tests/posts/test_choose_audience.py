import pytest

from app.extensions import db
from app.models import Post
from app.models.audience import AUDIENCES
from tests.fixtures.writing import publish
from tests.support.database import fresh


def only_post():
    return db.session.scalars(db.select(Post)).one()


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_text_is_published_to_whom_the_writer_chose(browser, ann, audience):
    sheet = browser.sign_in(ann).visit("/posts/new")
    page = sheet.submit(
        "#editor", "publish", title="Kept", body="Words.", visibility=audience
    )

    assert page.path == "/@ann/kept"
    assert only_post().visibility == audience


def test_everyone_reads_it_where_nothing_else_was_chosen(browser, ann):
    browser.sign_in(ann).visit("/posts/new").submit("#editor", "publish", body="Words.")

    assert only_post().visibility == "public"


def test_a_draft_keeps_the_choice(browser, ann, draft):
    edit = f"/posts/{draft.id}/edit"
    sheet = browser.sign_in(ann).visit(edit)
    sheet.submit("#editor", "save", visibility="followers")

    chosen = browser.visit(edit).select("[name=visibility][checked]")
    assert [choice["value"] for choice in chosen] == ["followers"]


def test_an_audience_that_does_not_exist_is_refused(browser, ann, essay):
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")
    page = sheet.submit("#editor", "save", visibility="world", body="Other words.")

    assert page.status == 422
    assert page.text("#body") == "Other words."
    assert fresh(essay).visibility == "public"


def test_a_form_that_does_not_say_whom_it_is_for_changes_nothing(browser, ann):
    secret = publish(ann, "Secret", to="private")
    sheet = browser.sign_in(ann).visit(f"/posts/{secret.id}/edit")
    for choice in sheet.select("[name=visibility]"):
        choice.decompose()
    sheet.submit("#editor", "save", body="Other words.")

    assert (fresh(secret).body, secret.visibility) == ("Other words.", "private")


def test_an_old_tab_does_not_open_what_another_one_closed(browser, ann, essay):
    edit = f"/posts/{essay.id}/edit"
    old, new = browser.sign_in(ann).visit(edit), browser.visit(edit)
    new.submit("#editor", "save", visibility="private")
    old.submit("#editor", "save", body="Other words.")

    assert (fresh(essay).body, essay.visibility) == ("Other words.", "private")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_note_is_posted_to_whom_the_writer_chose(browser, bob, audience):
    browser.sign_in(bob).visit("/").submit(
        "form.composer", body="A raisin.", visibility=audience
    )

    assert only_post().visibility == audience


def test_who_is_not_confirmed_is_told_that_it_stays_a_draft(browser, app, zoe):
    app.config["CAN_SEND_MAIL"] = True
    home = browser.sign_in(zoe).visit("/")

    assert "stays a draft" in home.text("form.composer")
    assert not home.select("form.composer select")


def test_a_text_that_becomes_a_draft_of_its_own_is_for_whom_the_sheet_said(
    browser, ann
):
    secret = publish(ann, "Secret", to="private")
    sheet = browser.sign_in(ann).visit(f"/posts/{secret.id}/edit")
    for form in sheet.select("#editor"):
        form["action"] = "/posts"
    sheet.submit("#editor", "save", body="Mine, apart.")

    kept = db.session.scalars(db.select(Post).where(Post.id != secret.id)).one()
    assert kept.visibility == "private"
