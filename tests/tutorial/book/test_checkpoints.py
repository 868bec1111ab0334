"""Checkpoints: commands of a text, and what they say."""

import pytest

from tutorial.book import checkpoints, weave
from tutorial.book.plan import BookError


@pytest.mark.parametrize(
    ("expected", "said", "is_right"),
    [
        (["a"], ["a"], True),
        (["a", ""], ["a"], True),
        (["a"], ["b"], False),
        (["a", "…"], ["a", "b", "c"], True),
        (["…", "c"], ["a", "b", "c"], True),
        (["…", "b", "…"], ["a", "b", "c"], True),
        (["…", "c", "…", "b"], ["a", "b", "c"], False),
        (["…"], [], True),
    ],
)
def test_an_ellipsis_stands_for_any_lines(expected, said, is_right):
    assert checkpoints.matches(expected, said) is is_right


def test_seconds_and_the_folder_are_the_same_for_everybody(tmp_path):
    said = checkpoints.said(tmp_path, "echo took 0.25s in $PWD")

    assert said == ["took …s in ~/inklings"]


def test_what_a_command_really_says_is_written_below_it(small):
    small.spoil("chapters/02-pages.md", "page.html\n```\n\n## Ex", "no\n```\n\n## Ex")
    book, chapter = small.book, small.chapter(2)

    text = checkpoints.filled(book, chapter, weave.rewoven(book, chapter))

    assert "$ ls templates\npage.html\n```\n" in text


def test_an_ellipsis_stays_where_it_stands_for_what_is_said(small):
    book, chapter = small.book, small.chapter(1)
    text = book.words(chapter)

    assert checkpoints.filled(book, chapter, text) == text


def test_a_checkpoint_without_commands_is_refused():
    with pytest.raises(BookError, match="line 1: ```console belongs below"):
        list(checkpoints.checkpoints("<!-- checkpoint -->\n\nNothing.\n"))
