"""Marks: which lines of an own file belong to which chapters."""

import pytest

from tutorial.book.marks import MarkError, applied

REGIONS = """\
one = 1
#: 2
two = 2
    #: 3-4
three = 3
    #:
#:
four = 4  #: 4
"""


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (1, ["one = 1"]),
        (2, ["one = 1", "two = 2"]),
        (3, ["one = 1", "two = 2", "three = 3"]),
        (4, ["one = 1", "two = 2", "three = 3", "four = 4"]),
        (5, ["one = 1", "two = 2", "four = 4"]),
    ],
)
def test_a_chapter_has_the_lines_that_are_marked_for_it(number, lines):
    assert applied("app.py", REGIONS, number).splitlines() == lines


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("page.html", "<p>\n  {#: 2 #}\n<b>\n{#:#}\n<i>{#: 2-9 #}\n"),
        ("notes.md", "<p>\n{#: 2 #}\n<b>\n{#:#}\n<i> {#: 2 #}\n"),
        ("site.css", "<p>\n/*: 2 */\n<b>\n/*:*/\n<i>  /*: 2 */\n"),
        ("Dockerfile", "<p>\n#: 2\n<b>\n#:\n<i>  #: 2\n"),
    ],
)
def test_each_kind_of_file_has_marks_that_are_comments_there(path, text):
    assert applied(path, text, 1) == "<p>\n"
    assert applied(path, text, 2) == "<p>\n<b>\n<i>\n"


def test_a_comment_in_words_is_no_mark():
    text = "#: Seconds that one waits.\nWAIT = 2  #: And no more.\n"

    assert applied("app.py", text, 1) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\n#:\n", "app.py:2: nothing is open"),
        ("a\n#: 2\nb\n", "app.py:2: never ends"),
        ("#: 2,3\na\n#:\n", "app.py:1: no mark"),
        ("a  #:2\n", "app.py:1: no mark"),
        ("#: 2 - 3\n#:\n", "app.py:1: no mark"),
        ("#: 4-2\n#:\n", "app.py:1: no chapters are 4 to 2"),
        ("a  #: 0\n", "app.py:1: no chapters are 0"),
    ],
)
def test_a_mark_that_cannot_be_read_is_refused(text, words):
    with pytest.raises(MarkError, match=words):
        applied("app.py", text, 1)
