"""What is run in a stage that has been built: its tests, ruff, commands of the text."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .build import Stage, write
from .exercise import PYTEST, clean
from .plan import Book

#: Seconds that a whole run of anything may take.
PATIENCE = 120
#: From this chapter on a stage has tests.
FIRST_TESTED = 5
#: Starts the application as flask run would find it, and asks for its first page.
ASK = """
from flask.cli import ScriptInfo
app = ScriptInfo().load_app()
if "init-db" in app.cli.commands:
    app.test_cli_runner().invoke(args=["init-db"], catch_exceptions=False)
app.testing = True
answer = app.test_client().get("/")
raise SystemExit(answer.status_code != 200 and f"/ answers {answer.status}")
"""
#: Makes pytest faster in all that is run here.
PLUGIN = Path(__file__).parent / "plugin"
RUFF = Path(sys.executable).with_name("ruff")


@contextmanager
def built(stage: Stage) -> Iterator[Path]:
    """A folder with the stage in it, for a while."""
    with tempfile.TemporaryDirectory(prefix="stage-") as place:
        folder = Path(place) / "inklings"
        folder.mkdir()
        write(stage, folder)
        yield folder


def run(folder: Path, *words: str | Path) -> tuple[int, str]:
    """The exit status of a command, and all that it said."""
    venv = Path(sys.executable).parent
    environment = clean(folder)
    environment["PATH"] = f"{venv}{os.pathsep}{environment['PATH']}"
    environment |= {"PYTHONPATH": str(PLUGIN), "PYTEST_PLUGINS": "kept_pages"}
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return 124, f"It took more than {PATIENCE} seconds."
    return done.returncode, done.stdout.decode(errors="replace")


def pytest(folder: Path, *words: str) -> tuple[int, str]:
    """Run tests of a stage, with warnings as errors."""
    return run(folder, sys.executable, *PYTEST, "-W", "error", *words)


def starts(folder: Path) -> list[str]:
    """The application of a stage shows its first page."""
    status, said = run(folder, sys.executable, "-W", "error", "-c", ASK)
    return [f"the stage does not start:\n{tail(said)}"] if status else []


def passes(folder: Path) -> list[str]:
    """The tests of a stage pass."""
    status, said = pytest(folder)
    return [f"the tests of the stage fail:\n{tail(said)}"] if status else []


def is_linted(book: Book, folder: Path) -> list[str]:
    """A stage keeps the rules of the house: no undefined name, and well formatted."""
    rules = ("--config", book.root / "pyproject.toml", "--no-cache", "--quiet", ".")
    found = []
    status, said = run(folder, RUFF, "check", "--output-format=concise", *rules)
    if status:
        found.append(f"ruff check:\n{tail(said)}")
    status, said = run(folder, RUFF, "format", "--diff", *rules)
    if status:
        found.append(f"ruff format would write:\n{tail(said)}")
    return found


def tail(words: str, most: int = 25) -> str:
    """The last lines, indented below the complaint that they explain."""
    return "\n".join(f"    {line}" for line in words.strip().splitlines()[-most:])
