"""Exercise 1: a post as plain text."""

import pytest

from app import app


@pytest.fixture
def client():
    return app.test_client()


def test_a_post_is_there_as_plain_text(client):
    answer = client.get("/posts/1/text")

    assert answer.status_code == 200
    assert answer.mimetype == "text/plain"
    assert answer.text.startswith("Rain since four.")


def test_plain_text_is_not_escaped(client):
    assert "the space <between> two trees" in client.get("/posts/2/text").text


def test_a_post_that_is_not_there_has_no_text(client):
    assert client.get("/posts/7/text").status_code == 404
