"""Changing, taking back and hiding what was said."""

import pytest

from app.extensions import db
from app.models import Comment
from tests.support.database import changes

ESSAY = "/@ann/the-tide-tables"


@pytest.fixture
def said(essay, bob):
    """What Bob said below Ann's essay."""
    comment = bob.comment_on(essay, "High water.")
    db.session.commit()
    return comment


@pytest.fixture
def at(said):
    return f"{ESSAY}/comments/{said.id}"


def answer(person, essay, comment, words="So?"):
    made = person.comment_on(essay, words, comment)
    db.session.commit()
    return made


def test_a_change_is_marked(browser, said, at, bob):
    browser.sign_in(bob).visit(f"{at}/edit").submit("form.say", body="Low water.")

    page = browser.visit(ESSAY)
    assert page.text(".comment .prose") == "Low water."
    assert "edited" in page.text(".comment .byline")


def test_two_tabs_never_write_over_each_other(browser, said, at, bob):
    tabs = [browser.sign_in(bob).visit(f"{at}/edit") for _ in range(2)]
    tabs[0].submit("form.say", body="One.")

    page = tabs[1].submit("form.say", body="Two.")

    assert (page.status, page.text(".comment-quote")) == (422, "One.")
    assert page.submit("form.say").text(".comment .prose") == "Two."


def test_nobody_changes_what_others_said(browser, said, at, cleo):
    assert browser.sign_in(cleo).visit(f"{at}/edit").status == 403


def test_what_is_taken_back_is_gone(browser, said, at, bob):
    page = browser.sign_in(bob).visit(f"{at}/edit").submit("#take-back form")

    assert page.text("#comments-h") == "Comments"
    assert not page.select(".comment")


def test_it_can_be_had_again(browser, said, at, bob):
    page = browser.sign_in(bob).visit(f"{at}/edit").submit("#take-back form")

    page = page.submit("form[action$='/return']")

    assert page.text(".comment .prose") == "High water."


def test_what_was_answered_leaves_its_place(browser, essay, said, at, ann, bob):
    answer(ann, essay, said)

    browser.sign_in(bob).visit(f"{at}/edit").submit("#take-back form")

    page = browser.visit(ESSAY)
    assert page.text(".tombstone") == "The writer took this comment back."
    assert page.text(".comments .comments .prose") == "So?"


def test_a_writer_hides_a_comment_below_their_post(browser, essay, said, at, ann):
    answer(ann, essay, said)
    page = browser.sign_in(ann).visit(ESSAY)
    page = browser.visit(page.select("a[href$='/hide']")[0]["href"])

    page.submit("form[action$='/hide']", why="Off the subject.")

    browser.forget_cookies()
    text = browser.visit(ESSAY).text(".comment")
    assert "Off the subject. Ann Okafor hid this" in text
    assert "High water" not in text


def test_the_words_of_who_is_away_do_not_stand_where_they_are_hidden(
    browser, said, at, ann, bob
):
    bob.leave()
    db.session.commit()

    assert "High water" not in browser.sign_in(ann).visit(f"{at}/hide").text("main")


def test_a_moderator_who_hid_something_is_not_named(browser, said, at, dan):
    said.hide(dan, "Rude.")
    db.session.commit()

    text = browser.visit(at).text(".comment")
    assert "Hidden by a moderator" in text
    assert "Dan" not in text


def test_and_shows_it_again(browser, essay, said, at, ann):
    said.hide(ann)
    db.session.commit()

    page = browser.sign_in(ann).visit(ESSAY)
    again = page.select("button[formaction$='/hide/delete']")[0]["formaction"]
    browser.send(again, page.fields("#marking"))

    assert browser.visit(ESSAY).text(".comment .prose") == "High water."


def test_what_a_moderator_hid_its_author_does_not_show(browser, said, at, ann, dan):
    said.hide(dan)
    db.session.commit()
    token = browser.sign_in(ann).visit(ESSAY).value("csrf_token")

    assert browser.send(f"{at}/hide/delete", {"csrf_token": token}).status == 403


@pytest.mark.parametrize("way", ["hide", "hide/delete"])
def test_nobody_hides_below_the_posts_of_others(browser, said, at, cleo, way):
    token = browser.sign_in(cleo).visit(ESSAY).value("csrf_token")

    assert browser.send(f"{at}/{way}", {"csrf_token": token}).status == 403


@pytest.mark.parametrize("end", [lambda c, a: c.take_back(), lambda c, a: c.hide(a)])
def test_an_answer_to_what_is_gone_is_kept(browser, essay, said, ann, cleo, end):
    page = browser.sign_in(cleo).visit(f"{ESSAY}/comments/new?to={said.id}")
    end(said, ann)
    db.session.commit()

    with changes(Comment, by=0):
        page = page.submit("form.say", body="Precious words.")

    assert (page.status, page.value("body")) == (422, "Precious words.")
    assert page.value("to") is None


def test_what_is_too_long_is_kept(browser, essay, bob):
    page = browser.sign_in(bob).visit(ESSAY).submit("form.say", body="a" * 10_001)

    assert page.status == 422
    assert len(page.value("body")) == 10_001


def test_a_post_that_is_gone_gives_the_words_back(browser, essay, bob):
    page = browser.sign_in(bob).visit(ESSAY)
    essay.throw_away()
    db.session.commit()

    page = page.submit("form.say", body="Words that took me an hour to find, and more.")

    assert page.status == 404
    assert "an hour to find" in page.text("textarea")


def test_a_preview_says_nothing_yet(browser, essay, bob):
    page = browser.sign_in(bob).visit(ESSAY)

    with changes(Comment, by=0):
        page = page.submit("form.say", "preview", body="So *it* is.")

    assert page.text(".slip .prose") == "So it is."
