"""Who is told of what."""

import pytest

from app import events
from app.extensions import db
from app.models import Follow, Notification
from app.models.notification import COMMENT, REPLY
from tests.support.database import changes


def test_the_signal_is_sent_once_however_often_one_clicks(ann, bob):
    heard = []

    def listen(follower, followed):
        heard.append((follower, followed))

    with events.user_followed.connected_to(listen):
        ann.follow(bob)
        ann.follow(bob)

    assert heard == [(ann, bob)]


def test_the_followed_are_told(ann, bob):
    with changes(Notification, by=1):
        ann.follow(bob)

    assert db.session.scalar(db.select(Notification.user_id)) == bob.id


def test_following_to_and_fro_is_told_once(ann, bob):
    with changes(Notification, by=1):
        for _turn in range(3):
            ann.unfollow(bob)
            ann.follow(bob)


def test_following_does_not_need_anybody_to_listen(ann, bob):
    with events.user_followed.muted(), changes(Follow, by=1):
        ann.follow(bob)


def test_what_a_listener_breaks_has_not_happened(browser, ann, bob):
    def break_down(_follower, followed):
        raise RuntimeError(followed)

    profile = browser.sign_in(ann).visit("/@bob")

    with (
        changes(Follow, by=0),
        events.user_followed.connected_to(break_down),
        pytest.raises(RuntimeError),
    ):
        profile.submit("form.follow")


def kinds():
    """Who was told of what, in the order of telling."""
    told = db.select(Notification.user_id, Notification.kind).order_by(Notification.id)
    return [tuple(row) for row in db.session.execute(told)]


def test_a_comment_is_told_to_who_wrote_the_post(essay, bob):
    bob.comment_on(essay, "Ah.")

    assert kinds() == [(essay.author_id, COMMENT)]


def test_an_answer_is_told_to_both(essay, bob, cleo):
    said = bob.comment_on(essay, "Ah.")
    cleo.comment_on(essay, "Why?", said)

    assert kinds()[1:] == [(bob.id, REPLY), (essay.author_id, COMMENT)]


def test_an_answer_to_who_wrote_the_post_is_told_once(essay, bob):
    said = essay.author.comment_on(essay, "Ask me anything.")
    bob.comment_on(essay, "Why?", said)

    assert kinds() == [(essay.author_id, REPLY)]


def test_nobody_is_told_what_they_said_themselves(essay):
    said = essay.author.comment_on(essay, "Ask me anything.")
    essay.author.comment_on(essay, "No?", said)

    assert kinds() == []
