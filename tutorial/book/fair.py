"""Whether the exercise of a chapter can be failed, and passed."""

import shutil
from pathlib import Path

from .build import stage
from .exercise import PLACE, solution_of, test_of
from .plan import Book, Chapter
from .running import built, pytest, run, tail

#: What pytest says when a test failed, or could not be read.
RED = {1, 2}


def is_fair(book: Book, chapter: Chapter) -> list[str]:
    """The test of an exercise fails on the stage, and passes with the solution."""
    where = f"exercises/{chapter.number:02}"
    test, solution = test_of(book, chapter), solution_of(book, chapter)
    with built(stage(book, chapter.number)) as folder:
        _place(test, folder)
        status, said = pytest(folder, PLACE)
        if status not in RED:
            why = "passes before anything is done" if not status else "does not run"
            return [f"{where}/test_exercise.py {why}:\n{tail(said)}"]
        status, said = run(folder, "git", "apply", str(solution.resolve()))
        if status:
            return [f"{where}/solution.diff cannot be applied:\n{tail(said)}"]
        # The whole application has more tests than one waits for here.
        status, said = pytest(folder, *([PLACE] if chapter.whole else []))
        if status:
            return [f"{where}: with the solution tests fail:\n{tail(said)}"]
    return []


def _place(test: Path, folder: Path) -> None:
    (folder / PLACE).parent.mkdir(exist_ok=True)
    shutil.copyfile(test, folder / PLACE)
