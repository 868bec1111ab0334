"""Exercise 4: find posts by words of their text."""

import importlib

import pytest

import app as inklings


@pytest.fixture
def client(tmp_path, monkeypatch):
    """A browser on an application with three notes in a database of its own."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/test.db")
    site = importlib.reload(inklings)
    with site.app.app_context():
        site.db.create_all()
        for body in ("A heron at dawn.", "Rain at 100% of dusk.", "Ann’s 100 herons."):
            site.db.session.add(site.Post(body=body))
        site.db.session.commit()
    yield site.app.test_client()
    with site.app.app_context():
        site.db.engine.dispose()


def test_only_posts_with_these_words_are_listed(client):
    page = client.get("/", query_string={"words": "heron"}).text

    assert "A heron at dawn." in page
    assert "herons." in page
    assert "Rain" not in page


def test_capitals_make_no_difference(client):
    assert "A heron" in client.get("/", query_string={"words": "HERON"}).text


def test_a_sign_that_means_something_in_sql_is_a_letter_like_others(client):
    page = client.get("/", query_string={"words": "100%"}).text

    assert "Rain" in page
    assert "herons." not in page


def test_a_quote_ends_nothing(client):
    answer = client.get("/", query_string={"words": "' OR '1'='1"})

    assert answer.status_code == 200
    assert "heron" not in answer.text


def test_without_words_all_are_listed(client):
    assert client.get("/").text.count("<article") == 3
