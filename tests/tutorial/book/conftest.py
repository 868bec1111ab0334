"""A small book, made up for each test, that tests may spoil."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.source import ROOT
from tutorial.book import check, reading, running, weave
from tutorial.book.build import stage
from tutorial.book.plan import load

SMALL = Path(__file__).parent / "small"
# Its tests are not ours: some of them fail until an exercise is solved.
collect_ignore = ["small"]


@dataclass
class Small:
    """A book of three chapters in a repository of its own."""

    root: Path

    @property
    def book(self):
        return load(self.root)

    def chapter(self, number):
        return self.book.chapter(number)

    def stage(self, number):
        """The texts of a stage by their paths."""
        built = stage(self.book, number)
        return {path: file.text for path, file in built.items()}

    def spoil(self, path, old, new):
        """Change what a file below tutorial/ says."""
        there = self.root / "tutorial" / path
        words = there.read_text("utf-8")
        assert old in words
        there.write_text(words.replace(old, new, 1), "utf-8")

    def weave(self, *numbers):
        """Weave the chapters, as whoever writes them does."""
        for number in numbers:
            chapter = self.chapter(number)
            text = weave.rewoven(self.book, chapter)
            self.book.text(chapter).write_text(text, "utf-8")

    def wrong(self, number, *checks):
        """What is wrong with a chapter for some of the checks, as one text."""
        return "\n".join(check.wrong_in(self.book, self.chapter(number), checks))


@pytest.fixture
def small(tmp_path, monkeypatch):
    """The book, sound as it is; its chapters need not be as long as real ones."""
    root = tmp_path / "repository"
    shutil.copytree(SMALL, root, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    monkeypatch.setattr(reading, "FEWEST_WORDS", 20)
    monkeypatch.setattr(running, "FIRST_TESTED", 2)
    return Small(root)
