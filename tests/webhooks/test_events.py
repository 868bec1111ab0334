"""What a program is told of, and what stays between others."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import WebhookDelivery
from app.models.columns import now
from app.models.webhook import COMMENTED, DELETED, FOLLOWED, PUBLISHED, UPDATED
from app.webhooks import listeners
from tests.fixtures.writing import publish
from tests.support.database import changes, queries
from tests.support.hooks import told_by


def names(listener):
    return [event for event, _ in told_by(listener)]


def test_a_post_that_goes_out_is_told_whole(browser, ann, hook, listener):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit(
        "#editor", "publish", title="Tides", body="High *water*.", tag_line="Sea"
    )

    [(event, post)] = told_by(listener)

    assert event == PUBLISHED
    assert (post["title"], post["body"], post["tagList"]) == (
        "Tides",
        "High *water*.",
        ["Sea"],
    )
    assert post["author"]["username"] == "ann"


def test_a_draft_is_told_to_nobody(browser, ann, hook, listener):
    sheet = browser.sign_in(ann).visit("/posts/new")

    with changes(WebhookDelivery, by=0):
        sheet.submit("#editor", "save", title="Tides", body="High water.")


@pytest.mark.parametrize(
    ("audience", "told"),
    [("unlisted", [PUBLISHED]), ("followers", [PUBLISHED]), ("private", [])],
)
def test_it_hears_of_what_somebody_else_can_read(ann, hook, listener, audience, told):
    publish(ann, "Tides", to=audience)

    assert names(listener) == told


def test_a_new_text_is_told(browser, ann, essay, hook, listener):
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")
    sheet.submit("#editor", "save", body="Low water.")

    [(event, post)] = told_by(listener)

    assert (event, post["body"]) == (UPDATED, "Low water.")


def test_what_is_saved_unchanged_is_no_news(browser, ann, essay, hook, listener):
    browser.sign_in(ann).visit(f"/posts/{essay.id}/edit").submit("#editor", "save")

    assert names(listener) == []


def test_a_post_that_is_thrown_away_is_told_as_it_was(ann, essay, hook, listener):
    essay.throw_away()
    db.session.commit()

    [(event, post)] = told_by(listener)

    assert (event, post["id"], post["title"]) == (DELETED, essay.id, "The tide tables")
    assert post["url"].endswith("/@ann/the-tide-tables")
    assert "body" not in post


@pytest.mark.parametrize(
    "end",
    [
        lambda post: post.unpublish(),
        lambda post: post.show_to("private"),
        lambda post: post.hide(),
    ],
    ids=["unpublished", "private", "hidden"],
)
def test_however_it_ends_it_is_told_once(essay, hook, listener, end):
    end(essay)
    essay.throw_away()
    db.session.commit()

    assert names(listener) == [DELETED]


def test_what_comes_back_is_published_again(essay, hook, listener):
    essay.throw_away()
    essay.take_back()
    db.session.commit()

    assert names(listener) == [DELETED, PUBLISHED]


def test_what_appears_by_itself_is_told_then(ann, hook, listener):
    post = ann.write(title="Later", summary="", body="A text.")
    post.show_to("unlisted")
    post.publish(now() + timedelta(days=1))
    db.session.commit()
    assert names(listener) == []

    post.published_at = now()
    post.settle()
    db.session.commit()

    assert names(listener) == [PUBLISHED]


def test_a_comment_of_somebody_else_is_told(browser, bob, essay, hook, listener):
    page = browser.sign_in(bob).visit(f"{essay.path}/comments/new")
    page.submit("#say-post", body="A *question*.")

    [(event, comment)] = told_by(listener)

    assert (event, comment["body"]) == (COMMENTED, "A *question*.")
    assert comment["author"]["username"] == "bob"
    assert comment["post"]["id"] == essay.id


def test_a_program_does_not_hear_its_owner_answer(ann, essay, hook, listener):
    ann.comment_on(essay, "An answer.")
    db.session.commit()

    assert names(listener) == []


def test_below_the_posts_of_others_nothing_is_told(ann, cleo, note, hook, listener):
    cleo.comment_on(note, "Words.")
    db.session.commit()

    assert names(listener) == []


def test_a_follower_is_told(browser, ann, bob, hook, listener):
    browser.sign_in(bob).visit("/@ann").submit("form.follow")

    [(event, follow)] = told_by(listener)

    assert (event, follow["follower"]["username"]) == (FOLLOWED, "bob")


def test_whoever_is_asked_first_hears_of_it_with_the_yes(ann, bob, hook, listener):
    ann.lock()
    bob.follow(ann)
    db.session.commit()
    assert names(listener) == []

    ann.accept(bob)
    db.session.commit()

    assert names(listener) == [FOLLOWED]


def test_only_what_was_asked_for_is_told(ann, bob, essay, hook, listener):
    hook.change(hook.address, [FOLLOWED])
    bob.comment_on(essay, "Words.")
    bob.follow(ann)
    db.session.commit()

    assert names(listener) == [FOLLOWED]


def test_what_was_taken_back_meanwhile_is_not_sent(ann, bob, essay, hook, listener):
    comment = bob.comment_on(essay, "Too quick.")
    bob.follow(ann)
    db.session.commit()
    comment.take_back()
    bob.unfollow(ann)
    db.session.commit()

    assert names(listener) == []
    assert not listener.told


def test_what_did_not_happen_is_not_told(ann, bob, hook, listener):
    bob.follow(ann)
    db.session.rollback()

    assert names(listener) == []


def test_who_has_none_pays_one_statement(ann, bob):
    with queries(at_most=1):
        listeners.tell_of_follower(bob, ann)
