"""Exercise 10: who moderates may throw a post away, and nothing else."""

import pytest

from app.extensions import db
from app.models import Post

BIN = "form[action$=delete]"


def is_there(post):
    return db.session.scalar(db.select(Post.id).filter_by(id=post.id)) is not None


@pytest.fixture
def token(browser):
    """What a form of this session carries."""

    def token_of(person):
        return browser.sign_in(person).visit("/posts/new").value("csrf_token")

    return token_of


def test_a_moderator_throws_away_what_somebody_wrote(browser, dan, essay):
    browser.sign_in(dan).visit(essay.path).submit(BIN)

    assert not is_there(essay)
    assert browser.visit(essay.path).status == 404


def test_a_moderator_changes_no_word_of_it(browser, dan, essay):
    page = browser.sign_in(dan).visit(essay.path)

    assert not page.select(f"a[href$='/posts/{essay.id}/edit']")
    assert browser.visit(f"/posts/{essay.id}/edit").status == 404


def test_a_member_still_cannot(browser, bob, essay, token):
    sent = {"csrf_token": token(bob)}

    assert browser.send(f"/posts/{essay.id}/delete", sent).status == 404
    assert is_there(essay)


def test_its_writer_still_can(browser, essay):
    browser.sign_in(essay.author).visit(essay.path).submit(BIN)

    assert not is_there(essay)


def test_a_visitor_is_shown_no_button(browser, essay):
    assert not browser.visit(essay.path).select(BIN)
