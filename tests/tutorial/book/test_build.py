"""Stages: the files that stand at the end of a chapter."""

import os
import subprocess

import pytest

from tutorial.book.build import files_of, stage, write
from tutorial.book.plan import ROOT, BookError


def test_a_stage_has_what_its_chapter_lists(small):
    assert set(small.stage(1)) == {"app.py", "notes.txt", "bin/run"}


def test_a_file_stays_until_it_is_dropped(small):
    files = set(small.stage(2))

    assert files >= {"app.py", "bin/run"}
    assert "notes.txt" not in files


def test_a_folder_is_taken_but_for_what_is_dropped_of_it(small):
    styles = [path for path in small.stage(2) if path.startswith("static/")]

    assert styles == ["static/css/base.css"]


def test_what_is_taken_is_the_real_file_in_another_place(small):
    real = (small.root / "app/lib/words.py").read_text()

    assert small.stage(2)["words.py"] == real


def test_own_files_are_cut_along_their_marks(small):
    first, second = small.stage(1)["app.py"], small.stage(2)["app.py"]

    assert "render_template" not in first
    assert 'return "hello"' not in second


def test_a_file_with_nothing_to_say_yet_is_not_there(small):
    small.spoil("own/notes.txt", "Things to do.", "#: 2\nThings to do.\n#:")

    assert "notes.txt" not in small.stage(1)


def test_each_file_says_whose_it_is(small):
    kinds = {path: file.kind for path, file in stage(small.book, 2).items()}

    assert kinds["app.py"] == "own"
    assert kinds["tests/test_app.py"] == "given"
    assert kinds["words.py"] == "taken"


def test_the_whole_is_the_repository_without_the_book(small):
    whole = stage(small.book, 3)

    assert {"app/lib/words.py", "bin/run", "pyproject.toml"} <= set(whole)
    assert {file.kind for file in whole.values()} == {"taken"}
    assert not [path for path in whole if path.startswith("tutorial/")]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no history to ask")
def test_nothing_of_the_real_application_counts_as_generated():
    listed = ["git", "ls-files", "-z"]
    tracked = subprocess.check_output(listed, cwd=ROOT, text=True).split("\0")

    assert {name for name in tracked if (ROOT / name).is_file()} <= {*files_of(ROOT)}


def test_programs_stay_programs(small, tmp_path):
    write(stage(small.book, 1), tmp_path / "one")

    assert os.access(tmp_path / "one/bin/run", os.X_OK)
    assert not os.access(tmp_path / "one/app.py", os.X_OK)


def test_a_chapter_that_there_is_not_is_answered_with_those_there_are(small):
    with pytest.raises(BookError, match=r"no chapter 9.*\n.*\n\s+1  Hello\n"):
        stage(small.book, 9)
