"""Exercise 3: words can shout."""

from app.lib import words


def test_a_word_can_shout():
    assert words.shout("hello") == "HELLO"
