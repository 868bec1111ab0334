"""The plan: what tutorial.toml may say."""

import pytest

from tutorial.book.plan import BookError, complaints, load


def test_a_sound_plan_has_nothing_to_mend(small):
    assert complaints(small.book) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("number = 2", "number = 5", "chapter 5 stands where 2 is due"),
        ('"bin/run"', '"bin/walk"', "chapter 1: takes bin/walk: no such thing"),
        ('"notes.txt"]', '"more.txt"]', "chapter 1: write tutorial/own/more.txt"),
        ('"notes.txt"]', '"app.py"]', "chapter 1: app.py is listed already"),
        ('["templates', '["app.py", "templates', "chapter 2: app.py is listed already"),
        ('given = ["tests/test_app.py"]', "", "no chapter lists tutorial/own/tests"),
        ('title = "Pages"', 'title = "Pages"\nwhole = true', "whole, but more follow"),
        ("whole = true", 'whole = true\ntakes = ["bin/run"]', "it lists no files"),
    ],
)
def test_what_is_wrong_with_a_plan_is_named(small, old, new, words):
    small.spoil("tutorial.toml", old, new)

    assert words in "\n".join(complaints(small.book))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[[chapter]]", "[chapter]]", "tutorial.toml: "),
        ('slug = "pages"', "", "chapter 2: says no slug"),
        ("given", "gives", "chapter 2: what is gives?"),
        ("css/ -> static/css/", "css/ -> static/css", "a folder ends with /"),
    ],
)
def test_a_plan_that_cannot_be_read_is_refused(small, old, new, words):
    small.spoil("tutorial.toml", old, new)

    with pytest.raises(BookError, match=words):
        load(small.root)
