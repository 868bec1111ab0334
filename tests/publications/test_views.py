from datetime import timedelta

import pytest

from app.extensions import db
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.database import fresh


@pytest.fixture
def planned(draft):
    """Ann's draft, which appears tomorrow."""
    draft.publish(now() + timedelta(days=1))
    db.session.commit()
    return draft


def test_what_waits_is_published_now(browser, ann, planned):
    drafts = browser.sign_in(ann).visit("/drafts/")
    page = drafts.submit("form[action$='publication/']")

    assert page.path == "/@ann/draft"
    assert fresh(planned).is_published


def test_what_waits_goes_back_to_the_drafts(browser, ann, planned):
    drafts = browser.sign_in(ann).visit("/drafts/")
    page = drafts.submit("form[action$='publication/delete']")

    assert page.shows("without a time")
    assert fresh(planned).published_at is None


def test_what_was_published_is_taken_back(browser, ann, essay):
    post = browser.sign_in(ann).visit(essay.path)
    page = post.submit("form[action$='publication/delete']")

    assert page.path == "/drafts/"
    assert page.shows("finds nothing there")
    assert browser.visit(essay.path).status == 404


def test_a_slip_is_undone_and_nothing_has_changed(browser, ann, essay):
    before = essay.path, essay.published_at
    post = browser.sign_in(ann).visit(essay.path)
    page = post.submit("form[action$='publication/delete']")
    page.submit(".notice form")

    assert (essay.path, fresh(essay).published_at) == before


def test_twice_is_once(browser, ann, essay):
    post = browser.sign_in(ann).visit(essay.path)
    for _ in range(2):
        page = post.submit("form[action$='publication/delete']")

    assert page.status == 200
    assert fresh(ann).post_count == 0


@pytest.mark.parametrize("what", ["publication/", "publication/delete"])
def test_nobody_else_publishes_or_takes_back(browser, bob, essay, what):
    token = browser.sign_in(bob).visit("/posts/new").value("csrf_token")
    page = browser.send(f"/posts/{essay.id}/{what}", {"csrf_token": token})

    assert page.status == 404
    assert fresh(essay).is_published


def send(browser, post):
    token = browser.visit("/posts/new").value("csrf_token")
    return browser.send(f"/posts/{post.id}/publication/", {"csrf_token": token})


def test_a_title_alone_is_not_published(browser, ann):
    post = ann.write(title="A title", summary="", body="")
    db.session.commit()
    page = send(browser.sign_in(ann), post)

    assert page.path == f"/posts/{post.id}/edit"
    assert page.shows("Write something first")


def test_who_is_not_confirmed_publishes_nothing(browser, app, zoe):
    app.config["CAN_SEND_MAIL"] = True
    post = zoe.write(title="Mine", summary="", body="Words.")
    db.session.commit()
    page = send(browser.sign_in(zoe), post)

    assert page.shows("Confirm your address")
    assert fresh(post).published_at is None


def test_the_drafts_say_what_appears_when(browser, ann, planned):
    page = browser.sign_in(ann).visit("/drafts/")

    assert page.text(".entry .badge--accent").startswith("Appears on")


def test_the_drafts_say_whom_they_are_for(browser, ann):
    publish(ann, "Back", to="followers").unpublish()
    db.session.commit()
    page = browser.sign_in(ann).visit("/drafts/")

    assert page.text(".entry .badge") == "For followers"
