"""``flask tutorial``: the book's own command, by the name of the site's."""

import pytest

from app.tutorial import commands
from tests.support.source import ROOT

BOOK = ROOT / "tutorial/stage.py"


@pytest.fixture
def run(app):
    """Runs ``flask tutorial …`` and gives what came of it."""
    runner = app.test_cli_runner()
    return lambda *words: runner.invoke(args=["tutorial", *words])


@pytest.mark.skipif(not BOOK.exists(), reason="a copy without the book")
def test_it_hands_its_words_to_the_book(run, capfd):
    done = run("--help")

    assert done.exit_code == 0
    assert "Build the end of chapter N" in capfd.readouterr().out


@pytest.mark.skipif(not BOOK.exists(), reason="a copy without the book")
def test_it_fails_where_the_book_does(run, capfd):
    done = run("--compare", "nonsense", "here")

    assert done.exit_code == 2
    assert "is no number of a chapter" in capfd.readouterr().err


def test_without_the_book_it_says_where_that_is(run, monkeypatch, tmp_path):
    monkeypatch.setattr(commands, "STAGE", tmp_path / "stage.py")

    done = run("1", "somewhere")

    assert done.exit_code == 1
    assert "look in the repository" in done.output
