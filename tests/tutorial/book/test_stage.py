"""``python tutorial/stage.py``: what learners call, and what it answers."""

import subprocess
import sys

import pytest

from tutorial import stage
from tutorial.book.plan import ROOT


@pytest.fixture
def run(small, monkeypatch, capsys):
    """Runs the command on the small book: its exit status, and what it said."""
    monkeypatch.setattr(stage, "load", lambda: small.book)

    def run(*words):
        status = stage.main([str(word) for word in words])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


@pytest.fixture
def first(run, tmp_path):
    """A folder with the end of chapter 1."""
    run(1, tmp_path / "first")
    return tmp_path / "first"


def test_it_builds_a_stage_in_a_new_folder(run, tmp_path):
    status, said = run(1, tmp_path / "new")

    assert status == 0
    assert said.endswith("new is the end of chapter 1, Hello.\n")
    assert (tmp_path / "new/app.py").exists()


def test_what_a_chapter_brings_comes_without_what_one_types(run, first):
    status, _ = run("--bring", 2, first)

    assert status == 0
    assert (first / "words.py").exists()
    assert not (first / "templates/page.html").exists()


def test_bringing_leaves_alone_what_was_typed(run, first):
    (first / "app.py").write_text("# mine\n")

    run("--bring", 2, first)

    assert (first / "app.py").read_text() == "# mine\n"


def test_it_overwrites_nothing(run, tmp_path):
    (tmp_path / "mine.py").touch()

    status, said = run(1, tmp_path)

    assert status == 2
    assert "is not empty. Name a new folder." in said


def test_it_writes_nothing_into_the_book(run, small):
    status, said = run(1, small.root / "here")

    assert status == 2
    assert "inside the repository of the book" in said


@pytest.mark.parametrize(
    "words", [(9, "new"), ("--compare", 9, "new"), ("--solution", 9)]
)
def test_an_unknown_chapter_is_answered_with_the_list(run, words):
    status, said = run(*words)

    assert status == 2
    assert "There is no chapter 9. There are:\nSmall\n   1  Hello\n" in said


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("one", "new"), "'one' is no number of a chapter"),
        (("--compare", "one", "new"), "'one' is no number of a chapter"),
        (("--compare", "1"), "Which folder?"),
        (("--compare", "1", "nowhere"), "There is no folder"),
        ((), "usage: python tutorial/stage.py N DIR"),
    ],
)
def test_what_it_does_not_understand_it_explains(run, words, answer):
    status, said = run(*words)

    assert status == 2
    assert answer in said


def test_it_lists_the_chapters(run):
    chapters = "Small\n   1  Hello\n   2  Pages\nLarge\n   3  The whole\n"

    assert run("--list") == (0, chapters)


def test_the_same_code_is_said_to_be_the_same(run, first):
    status, said = run("--compare", 1, first)

    assert status == 0
    assert said == "Your code is the end of chapter 1.\n"


def test_other_code_is_shown_with_what_to_change(run, first):
    (first / "app.py").write_text((first / "app.py").read_text() + "more = 1\n")

    status, said = run("--compare", 1, first)

    assert status == 1
    assert "--- yours/app.py\n+++ the-book/app.py\n" in said
    assert "\n-more = 1\n" in said


def test_an_exercise_is_not_done_yet(run, first):
    status, said = run("--exercise", 1, first)

    assert status == 1
    assert said.startswith("Exercise 1: not yet")


def test_an_exercise_is_passed_once_it_is_solved(run, first):
    words = (first / "app.py").read_text().replace('"bob"', '"bob", "cleo"')
    (first / "app.py").write_text(words)

    assert run("--exercise", 1, first) == (0, "Exercise 1: passed.\n")
    assert not (first / "tests").exists()


def test_a_solution_is_printed(run):
    status, said = run("--solution", 1)

    assert status == 0
    assert '+NAMES = {"ann", "bob", "cleo"}' in said


def test_it_needs_nothing_that_is_installed():
    words = [sys.executable, "-I", "-S", ROOT / "tutorial/stage.py", "--list"]
    done = subprocess.run(words, capture_output=True, text=True, cwd="/")

    assert (done.returncode, done.stderr) == (0, "")
