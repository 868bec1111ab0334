"""Exercise 2: a page that is not there says so."""

from app import app


def test_what_is_not_there_says_so():
    assert app.test_client().get("/nowhere").text == "Nothing here."
