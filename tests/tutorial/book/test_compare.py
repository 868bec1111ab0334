"""Comparing: how somebody's folder differs from a stage."""

import pytest

from tutorial.book.build import stage, write
from tutorial.book.compare import differences


@pytest.fixture
def mine(small, tmp_path):
    """A folder with the end of chapter 1."""
    write(stage(small.book, 1), tmp_path / "mine")
    return tmp_path / "mine"


@pytest.fixture
def found(small, mine):
    """What is different now, as one text."""
    return lambda: "".join(differences(stage(small.book, 1), mine))


def test_a_missing_file_is_named_with_whose_it_is(found, mine):
    (mine / "bin/run").unlink()

    assert found() == "Missing: bin/run (taken)\n"


def test_a_file_too_many_is_named(found, mine):
    (mine / "more.py").touch()

    assert found() == "Only in yours: more.py\n"


@pytest.mark.parametrize(
    "name", [".venv/x.py", "instance/a.sqlite", "__pycache__/app.pyc", ".git/HEAD"]
)
def test_what_nobody_wrote_does_not_count(found, mine, name):
    (mine / name).parent.mkdir()
    (mine / name).touch()

    assert found() == ""


def test_the_ends_of_lines_on_windows_do_not_count(found, mine):
    words = (mine / "app.py").read_bytes().replace(b"\n", b"\r\n")
    (mine / "app.py").write_bytes(words)

    assert found() == ""


def test_what_is_no_text_is_named(found, mine):
    (mine / "notes.txt").write_bytes(b"\xff\xfe")

    assert found() == "Differs: notes.txt (no text)\n"
