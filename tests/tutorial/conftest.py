"""A copy of the site without the book has nothing of it to test but the command."""

from pathlib import Path

from tests.support.source import ROOT

HERE = [path.name for path in Path(__file__).parent.iterdir()]
COMMAND = {"__init__.py", "conftest.py", "test_command.py"}

collect_ignore = [] if (ROOT / "tutorial").exists() else sorted({*HERE} - COMMAND)
