"""The history: a git repository with a commit and a tag for each chapter."""

import subprocess

import pytest

from tutorial.book import history


@pytest.fixture
def git(small, tmp_path):
    """Makes the history in a folder, and asks git about it."""

    def make(name):
        folder = tmp_path / name
        folder.mkdir()
        history.make(small.book, folder)

        def git(*words):
            command = ["git", "-C", folder, *words]
            return subprocess.check_output(command, text=True).splitlines()

        return git

    return make


def test_each_chapter_is_a_commit_with_a_tag(git):
    log = git("one")("log", "--reverse", "--format=%s (%D)")

    assert log[0] == "Chapter 1: Hello (tag: ch01)"
    assert log[1] == "Chapter 2: Pages (tag: ch02)"


def test_what_a_chapter_changes_is_the_difference_of_two_tags(git):
    changes = git("one")("diff", "--name-status", "ch01", "ch02")

    assert "M\tapp.py" in changes
    assert "D\tnotes.txt" in changes
    assert "A\tstatic/css/base.css" in changes


def test_everybody_has_the_same_commits(git, monkeypatch):
    ours = git("one")("log", "--format=%H")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ann")

    assert git("two")("log", "--format=%H") == ours
