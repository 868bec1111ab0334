import pytest

from app.extensions import db
from app.models import CommentLike
from tests.support.database import changes

ESSAY = "/@ann/the-tide-tables"


@pytest.fixture
def said(essay, bob):
    """What Bob said below Ann's essay."""
    comment = bob.comment_on(essay, "High water.")
    db.session.commit()
    return comment


def press(page):
    """Press the heart of the first comment."""
    heart = page.select(".comment button.action--like")[0]["formaction"]
    return page.browser.send(heart, page.fields("#marking"))


def test_the_heart_fills_and_empties(browser, said, ann):
    page = browser.sign_in(ann).visit(ESSAY)

    page = press(page)
    assert page.select(".comment .action--like")[0]["aria-pressed"] == "true"

    with changes(CommentLike, by=-1):
        press(page)


def test_two_tabs_like_once(browser, said, ann):
    tabs = [browser.sign_in(ann).visit(ESSAY) for _ in range(2)]

    with changes(CommentLike, by=1):
        pages = [press(tab) for tab in tabs]

    assert pages[1].text(".comment .action--like") == "Like this comment 1"


def test_nobody_likes_their_own(browser, said, bob):
    page = browser.sign_in(bob).visit(ESSAY)
    token = page.value("csrf_token")

    with changes(CommentLike, by=0):
        browser.send(f"{ESSAY}/comments/{said.id}/like", {"csrf_token": token})

    assert not page.select(".comment .action--like")


def test_what_is_gone_is_liked_by_nobody(browser, said, ann):
    page = browser.sign_in(ann).visit(ESSAY)
    said.take_back()
    db.session.commit()

    assert press(page).status == 404
