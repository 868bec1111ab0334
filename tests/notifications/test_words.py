"""Comments, and what moderators do: who is told, once each."""

import pytest
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.models import Matter
from tests.fixtures.writing import publish
from tests.support.news import kinds_of, news_of


@pytest.fixture
def said(ann, bob, essay):
    """What Bob says below Ann's essay."""
    comment = bob.comment_on(essay, "High *tea*.")
    db.session.commit()
    return comment


def test_an_author_is_told_of_comments(ann, bob, said):
    assert news_of(ann) == [("comment", "Bob Lindqvist", 1)]
    assert news_of(bob) == []


def test_who_is_answered_is_told(ann, bob, cleo, essay, said):
    cleo.comment_on(essay, "Or low.", answering=said)

    assert kinds_of(bob) == ["reply"]
    assert kinds_of(ann) == ["comment", "comment"]


def test_each_is_told_once_of_one_comment(ann, bob, cleo, essay, said):
    cleo.comment_on(essay, "Or low, @bob and @ann.", answering=said)

    assert (len(kinds_of(bob)), len(kinds_of(ann))) == (1, 2)


def test_an_author_who_answers_tells_only_the_other(ann, bob, essay, said):
    ann.comment_on(essay, "Thank you.", answering=said)

    assert (kinds_of(ann), kinds_of(bob)) == (["comment"], ["reply"])


def test_who_is_mentioned_in_a_comment_is_told(bob, cleo, essay):
    bob.comment_on(essay, "Ask @cleo.")

    assert kinds_of(cleo) == ["mention"]


def test_who_may_not_read_the_post_is_not(ann, bob, cleo):
    bob.follow(ann)
    post = publish(ann, "For friends", to="followers")

    bob.comment_on(post, "Ask @cleo.")

    assert kinds_of(cleo) == []


@pytest.mark.parametrize("fate", ["taken back", "hidden"])
def test_a_comment_that_is_gone_is_no_news(ann, bob, said, fate):
    said.take_back() if fate == "taken back" else said.hide(ann)
    db.session.commit()

    assert kinds_of(ann) == []


def test_a_comment_that_comes_back_is(ann, said):
    said.take_back()
    said.give_back()
    db.session.commit()

    assert kinds_of(ann) == ["comment"]


def test_words_that_one_muted_are_no_news(ann, said):
    ann.mute_word("tea")
    db.session.commit()

    assert kinds_of(ann) == []


def test_likes_of_a_comment_are_a_group_of_their_own(ann, bob, cleo, essay, said):
    for person in (ann, cleo):
        person.like_comment(said)

    assert news_of(bob) == [("like", "Cleo Marchetti and Ann Okafor", 2)]


def test_a_like_of_the_post_that_is_taken_back_leaves_that_of_the_comment(
    ann, bob, essay
):
    comment = ann.comment_on(essay, "A note to myself.")
    bob.like_comment(comment)
    bob.like(essay)

    bob.unlike(essay)
    assert len(kinds_of(ann)) == 1

    bob.unlike_comment(comment)
    assert kinds_of(ann) == []


def test_the_page_quotes_a_comment_and_leads_there(browser, ann, bob, said):
    page = browser.sign_in(ann).visit("/notifications/")

    assert page.text(".note-list blockquote") == "High tea."
    assert page.text(".note-list p").endswith("commented on “The tide tables”")
    assert page.select(".note-list p a")[1]["href"] == said.anchor


def test_who_is_warned_learns_it_but_not_by_whom(browser, bob, dan):
    dan.judge(bob, "warn", message="Be kind.")
    db.session.commit()

    page = browser.sign_in(bob).visit("/notifications/")

    assert page.text(".note-list blockquote") == "Be kind."
    assert not page.shows("Dan Achterberg")


def test_whoever_reported_it_is_told_that_somebody_looked(bob, cleo, dan, note):
    cleo.report(note, "spam", "Look.")
    db.session.flush()
    whole = Matter.waiting(dan).options(joinedload(Matter.post))
    matter = db.session.scalars(whole).one()

    dan.judge(bob, "hide", matter=matter)

    assert (kinds_of(cleo), kinds_of(bob)) == (["report"], ["moderation"])
