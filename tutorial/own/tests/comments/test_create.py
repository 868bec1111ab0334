"""Saying something below a text."""

import pytest

from app.extensions import db
from app.models import Comment, Post
from tests.fixtures.writing import publish


@pytest.fixture
def reader(browser, bob):
    return browser.sign_in(bob)


def test_what_is_said_stands_below_the_text(reader, essay):
    page = reader.visit(essay.path).submit("form.say", body="Until *when*?")

    assert page.text(".comment .prose") == "Until when?"
    assert page.text(".conversation h2") == "1 comment"
    assert page.text(".comment .name") == "Bob Lindqvist"


def test_one_lands_at_what_one_has_said(reader, essay):
    fields = {"csrf_token": reader.visit(essay.path).value("csrf_token"), "body": "Ah."}
    answer = reader.client.post(f"{essay.path}/comments", data=fields)

    assert (answer.status_code, answer.location) == (303, f"{essay.path}#comment-1")
    assert reader.visit(essay.path).select("#comment-1")


def test_an_answer_stands_below_what_it_answers(reader, essay):
    said = essay.author.comment_on(essay, "Ask me anything.")
    db.session.commit()
    sheet = reader.visit(f"{essay.path}/comments/{said.id}/answers")
    page = sheet.submit("form.say", body="Why?")

    assert sheet.text("blockquote") == "Ask me anything."
    assert page.text(f"#comment-{said.id} .comment .prose") == "Why?"


def test_what_stands_elsewhere_cannot_be_answered_here(reader, essay):
    other = publish(essay.author, "Elsewhere")
    said = essay.author.comment_on(other, "Here.")
    db.session.commit()

    assert reader.visit(f"{essay.path}/comments/{said.id}/answers").status == 404


@pytest.mark.parametrize("words", ["", "a" * 10_001])
def test_what_is_refused_is_not_lost(reader, essay, words):
    page = reader.visit(essay.path).submit("form.say", body=words)

    assert page.status == 422
    assert page.value("body") == words
    assert db.session.scalar(db.select(Comment)) is None


def test_markdown_works_and_stays_modest(reader, essay):
    words = "# Loud\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))"
    page = reader.visit(essay.path).submit("form.say", body=words)

    assert page.select(".comment .prose")
    assert not page.select(".comment :is(h1, script, [href^=javascript])")


def test_a_visitor_is_asked_to_sign_in_and_comes_back(browser, essay, bob):
    page = browser.visit(essay.path).follow("Sign in to comment")
    page = page.submit(identifier="bob", password="seven quiet herons")

    assert page.path == f"{essay.path}/comments"
    assert page.select("form.say")


def test_below_a_draft_nobody_says_anything(reader, draft):
    assert reader.visit(f"{draft.path}/comments").status == 404


def test_lists_say_how_much_was_said(reader, essay):
    reader.visit(essay.path).submit("form.say", body="Ah.")

    assert reader.visit("/explore/").text(".entry .action") == "Comments 1"


def test_two_at_the_same_moment_are_both_counted(essay, bob):
    assert essay.comment_count == 0
    with db.engine.begin() as other:
        other.execute(db.update(Post).values(comment_count=1))
    bob.comment_on(essay, "Me too.")
    db.session.commit()

    assert db.session.scalar(db.select(Post.comment_count)) == 2


def test_what_was_said_goes_with_the_text(essay, bob):
    bob.comment_on(essay, "Ah.")
    db.session.delete(essay)
    db.session.commit()

    assert db.session.scalar(db.select(Comment)) is None
