"""Taking a comment away: who may, and what stays."""

import pytest

from app.extensions import db
from tests.fixtures.cast import join
from tests.fixtures.writing import publish


@pytest.fixture
def essay(cleo):
    """A text of Cleo's, who has no other rights than anybody."""
    return publish(cleo, "Footnotes", "See below.")


@pytest.fixture
def said(essay, bob):
    """What Bob says below it."""
    comment = bob.comment_on(essay, "I doubt it.")
    db.session.commit()
    return comment


@pytest.fixture
def send(browser, essay, said):
    """Ask for the comment to be deleted, with the token of a page that has one."""

    def send(person, key=said.id, below=essay):
        token = browser.sign_in(person).visit("/posts/new").value("csrf_token")
        path = f"{below.path}/comments/{key}/delete"
        return browser.send(path, {"csrf_token": token})

    return send


def test_its_writer_may(browser, essay, said, bob):
    page = browser.sign_in(bob).visit(essay.path)
    page = page.submit(".comment .actions form")

    assert page.text(".notice") == "That comment is gone."
    assert not page.select(".comment")
    assert page.text(".conversation h2") == "Comments"


def test_who_wrote_the_text_may(send, cleo):
    assert send(cleo).status == 200


def test_a_moderator_may(send, dan):
    assert send(dan).status == 200


def test_others_may_not_and_see_no_button(browser, essay, send, app):
    fay = join("fay", "Fay")

    assert send(fay).status == 403
    assert not browser.visit(essay.path).select(".comment .actions form")


def test_what_is_not_there_is_not_found(send, bob):
    assert send(bob, key=99).status == 404


def test_what_stands_below_another_text_is_not_found(send, bob):
    assert send(bob, below=publish(bob, "Bells")).status == 404


def test_what_answers_it_stays(browser, essay, said, bob, cleo):
    cleo.comment_on(essay, "Why?", said)
    db.session.commit()
    page = browser.sign_in(bob).visit(essay.path)
    page = page.submit(".comment .actions form")

    assert page.texts(".tombstone") == ["This comment was taken away."]
    assert page.texts(".prose--essay, .comment .prose")[1:] == ["Why?"]
    assert "doubt" not in page.text("body")


def test_what_is_deleted_twice_is_counted_once(essay, said):
    essay.remove(said)
    essay.remove(said)
    db.session.commit()

    assert essay.comment_count == 0
