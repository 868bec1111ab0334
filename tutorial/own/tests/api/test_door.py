"""Who may ask: a token, and never a cookie."""

import pytest

from app.extensions import db
from app.models import AccessToken, Post
from tests.support.database import changes
from tests.support.program import Program

NEW = {"article": {"title": "Chains", "description": "-", "body": "Oil them."}}


def test_without_a_token_nothing_is_written(stranger):
    with changes(Post, by=0):
        answer = stranger.post("/api/articles", NEW)

    assert answer.status_code == 401
    assert answer.json == {"errors": {"token": ["is missing"]}}
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["/api/articles", "/api/articles/nothing-1001"])
def test_a_token_that_is_none_is_said_to_be(app, path):
    answer = Program(app.test_client(), "ink_guessed").get(path)

    assert answer.status_code == 401
    assert answer.json == {"errors": {"token": ["is invalid"]}}


def test_a_token_is_good_until_it_is_taken_back(program, token):
    assert program.post("/api/articles", NEW).status_code == 201
    db.session.execute(db.delete(AccessToken))
    db.session.commit()

    assert program.post("/api/articles", NEW).status_code == 401


def test_a_cookie_opens_nothing(browser, bob):
    browser.sign_in(bob)
    with changes(Post, by=0):
        answer = browser.client.post("/api/articles", json=NEW)

    assert answer.status_code == 401
    assert "Set-Cookie" not in answer.headers


def test_a_token_opens_no_page(app, token):
    answer = Program(app.test_client(), token).get("/posts/new")

    assert answer.location.startswith("/sign-in")


def test_both_words_for_it_are_known(app, token):
    program = Program(app.test_client())
    program.headers = {"Authorization": f"bearer {token}"}

    assert program.post("/api/articles", NEW).status_code == 201


def test_the_database_knows_no_token(token):
    row = db.session.scalars(db.select(AccessToken)).one()

    assert token.startswith("ink_")
    assert token not in str(vars(row))
