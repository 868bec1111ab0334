from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Comment
from app.models.columns import now
from tests.support.database import changes, fresh

ESSAY = "/@ann/the-tide-tables"


def send(browser, person, body="May I?"):
    page = browser.sign_in(person).visit("/")
    sent = {"csrf_token": page.value("csrf_token"), "body": body}
    return browser.send(f"{ESSAY}/comments", sent)


def test_a_writer_chooses_who_may_comment(browser, essay, ann):
    page = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")

    page.submit("#editor", "save", replies="followers", close_after_days="14")

    assert (fresh(essay).replies, essay.close_after_days) == ("followers", 14)


def test_an_old_tab_opens_nothing_again(browser, essay, ann):
    page = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")
    essay.replies = "nobody"
    db.session.commit()

    page.submit("#editor", "save", summary="Another line.")

    assert fresh(essay).replies == "nobody"


@pytest.mark.parametrize("policy", ["followers", "mentioned", "nobody"])
def test_whoever_may_not_comment_is_told_and_loses_nothing(browser, essay, bob, policy):
    essay.replies = policy
    db.session.commit()

    with changes(Comment, by=0):
        page = send(browser, bob)

    assert (page.status, page.value("body")) == (422, "May I?")
    assert "Your words are still here" in page.text(".field-error")


def test_followers_may_where_followers_may(browser, essay, ann, bob):
    essay.replies = "followers"
    bob.follow(ann)
    db.session.commit()

    with changes(Comment, by=1):
        send(browser, bob)


def test_who_is_mentioned_may_where_they_may(browser, essay, bob):
    essay.replies = "mentioned"
    essay.revise(**essay.words | {"body": "Ask @bob."})
    db.session.commit()

    with changes(Comment, by=1):
        send(browser, bob)


@pytest.mark.parametrize("policy", ["followers", "mentioned", "nobody"])
def test_the_author_always_may(browser, essay, ann, policy):
    essay.replies = policy
    db.session.commit()

    with changes(Comment, by=1):
        send(browser, ann)


def test_after_its_days_a_post_is_closed(browser, essay, bob):
    essay.close_after_days, essay.published_at = 14, now() - timedelta(days=15)
    db.session.commit()

    with changes(Comment, by=0):
        page = send(browser, bob)

    assert page.status == 422
    assert browser.visit(ESSAY).select("form.say") == []


def test_what_moderators_have_ended_is_over_for_everybody(browser, essay, ann):
    essay.lock()
    db.session.commit()

    assert send(browser, ann).status == 422


def test_the_page_says_who_may(browser, essay):
    essay.replies, essay.close_after_days = "followers", 14
    db.session.commit()

    text = browser.visit(ESSAY).text("#comments")

    assert "Only people who follow Ann Okafor can comment." in text
    assert "Comments close on" in text
