"""Before the first text goes out, the address of its writer is confirmed."""

import pytest

from app.extensions import db
from app.models import Post
from tests.support.database import changes
from tests.support.links import link_for, press

KEPT = "Your text is kept as a draft. Confirm your address to publish it."


@pytest.fixture
def sheet(browser, zoe):
    """Zoë's editor."""
    return browser.sign_in(zoe).visit("/posts/new")


def published():
    db.session.expire_all()
    return [post.body for post in db.session.query(Post) if post.is_published]


def test_a_text_is_kept_as_a_draft(sheet):
    with changes(Post, by=1):
        page = sheet.submit("#editor", "publish", title="The tide", body="Water.")

    assert (page.path, published()) == ("/confirm-address/", [])
    assert page.shows(KEPT)


def test_a_note_too(browser, zoe):
    home = browser.sign_in(zoe).visit("/")

    page = home.submit("form.composer", body="A raisin.")

    assert page.shows(KEPT)
    assert published() == []


def test_the_draft_is_one_click_away(sheet, browser):
    page = sheet.submit("#editor", "publish", title="The tide", body="Water.")

    draft = browser.visit(page.select("footer a")[0]["href"])

    assert draft.value("title") == "The tide"


def test_a_draft_stays_one(sheet):
    saved = sheet.submit("#editor", "save", title="The tide", body="Water.")

    page = saved.submit("#editor", "publish", body="More water.")

    assert page.shows(KEPT)
    assert db.session.query(Post).one().body == "More water."


def test_drafts_are_always_possible(sheet):
    page = sheet.submit("#editor", "save", body="Water.")

    assert page.shows("Saved as a draft. Only you can see it.")


def test_confirmed_the_draft_is_published(sheet, browser, zoe):
    sheet.submit("#editor", "publish", title="The tide", body="Water.")

    draft = press(browser, link_for(zoe, "confirm_email"))
    page = draft.submit("#editor", "publish")

    assert page.path == "/@zoe/the-tide"


def test_where_no_mail_is_sent_everybody_publishes(sheet, app, monkeypatch):
    monkeypatch.setitem(app.config, "CAN_SEND_MAIL", False)

    sheet.submit("#editor", "publish", body="Water.")

    assert published() == ["Water."]


def test_nor_where_addresses_are_taken_at_their_word(trusting, sheet, browser):
    sheet.submit("#editor", "publish", body="Water.")

    assert published() == ["Water."]
    assert browser.visit("/confirm-address/").shows("Nobody has to confirm")


def test_what_is_out_already_can_be_changed(browser, zoe):
    post = zoe.write(title="", summary="", body="Water.")
    post.publish()
    db.session.commit()

    sheet = browser.sign_in(zoe).visit(f"/posts/{post.id}/edit")
    sheet.submit("#editor", "save", body="More water.")

    assert published() == ["More water."]


@pytest.mark.parametrize("path", ["/", "/settings/security/"])
def test_a_quiet_notice_leads_to_the_page(browser, zoe, path):
    page = browser.sign_in(zoe).visit(path)

    assert page.shows("Your address isn’t confirmed yet.")
    assert page.select(".notice a[href='/confirm-address/']")


@pytest.mark.parametrize("path", ["/", "/settings/security/"])
def test_who_has_confirmed_is_not_asked(browser, ann, path):
    assert not browser.sign_in(ann).visit(path).shows("confirmed yet")
