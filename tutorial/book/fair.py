"""Whether the exercise of a chapter can be failed, and passed."""

import re
import shutil
from pathlib import Path

from .build import stage
from .exercise import PLACE, solution_of, test_of
from .plan import Book, Chapter
from .running import built, pytest, run, tail

RULES = "tests/house"
#: How pytest lists what failed, or could not be read.
RED = ("-rfE", "--continue-on-collection-errors")
FAILED = re.compile(r"^(?:FAILED|ERROR) (?P<test>\S+)", re.MULTILINE)


def is_fair(book: Book, chapter: Chapter) -> list[str]:
    """Beside the tests of the stage that of its exercise fails; solved, it passes.

    What the rules of the house say of the solution is asked as well; all other tests
    of the stage have just run.
    """
    where = f"exercises/{chapter.number:02}"
    test, solution = test_of(book, chapter), solution_of(book, chapter)
    # The whole application has more tests than one waits for here.
    tests = [PLACE] if chapter.whole else []
    with built(stage(book, chapter.number)) as folder:
        _place(test, folder)
        if found := _not_only_red(*pytest(folder, *RED, *tests)):
            return [f"{where}/test_exercise.py: {found}"]
        status, said = run(folder, "git", "apply", str(solution.resolve()))
        if status:
            return [f"{where}/solution.diff cannot be applied:\n{tail(said)}"]
        rules = [] if tests else [RULES] * (folder / RULES).exists()
        status, said = pytest(folder, PLACE, *rules)
        if status:
            return [f"{where}: with the solution tests fail:\n{tail(said)}"]
    return []


def _not_only_red(status: int, said: str) -> str | None:
    """What is wrong before the exercise is done, if it is not that it is not done."""
    if not status:
        return "passes before anything is done"
    failed = [found["test"] for found in FAILED.finditer(said)]
    if not failed:
        return f"does not run:\n{tail(said)}"
    if others := [name for name in failed if not name.startswith(PLACE)]:
        return f"beside it the tests of the stage fail: {others[0]}\n{tail(said)}"
    return None


def _place(test: Path, folder: Path) -> None:
    (folder / PLACE).parent.mkdir(exist_ok=True)
    shutil.copyfile(test, folder / PLACE)
