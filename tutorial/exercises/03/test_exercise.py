"""Exercise 3: the sheet at the address that forms are sent to."""

import pytest

from app import app


@pytest.fixture
def client():
    return app.test_client()


def test_whoever_loads_the_address_of_a_sent_form_gets_a_sheet(client):
    answer = client.get("/posts")

    assert answer.status_code == 200
    assert 'name="body"' in answer.text


def test_the_sheet_is_still_where_it_was(client):
    assert 'name="body"' in client.get("/posts/new").text


def test_a_form_without_a_token_is_still_refused(client):
    assert client.post("/posts", data={"body": "Buy umbrellas."}).status_code == 400
