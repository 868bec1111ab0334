"""The test of an exercise, run against somebody's code."""

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from .build import GENERATED
from .plan import Book, BookError, Chapter

#: Where the test of an exercise stands inside a stage.
PLACE = "tests/test_exercise.py"
PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider")


def test_of(book: Book, chapter: Chapter) -> Path:
    """:raises BookError: if the chapter has no exercise."""
    return _there(book.exercise(chapter) / "test_exercise.py", chapter)


def solution_of(book: Book, chapter: Chapter) -> Path:
    """:raises BookError: if the chapter has no exercise."""
    return _there(book.exercise(chapter) / "solution.diff", chapter)


def _there(path: Path, chapter: Chapter) -> Path:
    if path.is_file():
        return path
    raise BookError(f"Chapter {chapter.number} has no {path.name}.")


def passes(book: Book, chapter: Chapter, folder: Path) -> bool:
    """Run the test on a copy of ``folder``, and let pytest speak."""
    test = test_of(book, chapter)
    python = _python(book, folder)
    with tempfile.TemporaryDirectory(prefix="exercise-") as place:
        copy = Path(place) / "code"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(*GENERATED))
        (copy / PLACE).parent.mkdir(exist_ok=True)
        shutil.copyfile(test, copy / PLACE)
        done = subprocess.run([python, *PYTEST, PLACE], cwd=copy, env=clean(copy))
    return done.returncode == 0


def clean(folder: Path) -> dict[str, str]:
    """An environment in which nothing is set for another application."""
    kept = ("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT")
    outside = {key: os.environ[key] for key in kept if key in os.environ}
    return {
        **outside,
        "HOME": str(folder.parent),
        "PYTHONDONTWRITEBYTECODE": "1",
        # What else is installed beside pytest is slow to load, and no stage needs it.
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }


def _python(book: Book, folder: Path) -> str:
    """The first Python that can test: theirs, the one that runs this, the book's."""
    for place in (folder, book.root):
        for name in (".venv/bin/python", ".venv/Scripts/python.exe"):
            if (place / name).exists():
                return str(place / name)
        if find_spec("pytest"):
            return sys.executable
    raise BookError(
        "Exercises need pytest, and there is none here. In your folder:\n"
        "  python -m venv .venv\n"
        "  .venv/bin/python -m pip install -r requirements.txt -r requirements-dev.txt"
    )
