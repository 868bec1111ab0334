"""The page."""

from app import app


def test_the_page_says_hello():
    assert "<h1>Hello</h1>" in app.test_client().get("/").text
