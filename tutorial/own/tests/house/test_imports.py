"""Who may import whom: the one rule that keeps the application in layers."""

import ast
from pathlib import Path

import pytest

APP = Path(__file__).parent.parent.parent / "app"
SHARED = {"web", "models", "extensions", "events", "lib"}
MAY_IMPORT = {
    "lib": {"lib"},
    "extensions": set(),
    "events": set(),
    "models": {"models", "extensions", "events", "lib"},
    "web": {"web", "models", "extensions", "lib"},
}
# These two see everything.
ROOTS = {"__init__", "features"}
FILES = sorted(path.relative_to(APP) for path in APP.rglob("*.py"))


def room_of(path):
    """Where a file stands: "models", "web", or the name of a feature."""
    return path.parts[0].removesuffix(".py")


def imported(path):
    """What ``path`` imports from the application, each with its line."""
    for node in ast.walk(ast.parse((APP / path).read_text(encoding="utf-8"))):
        names = [alias.name for alias in getattr(node, "names", [])]
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{name}" for name in names]
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((node.lineno, it) for it in names if it.startswith("app."))


@pytest.mark.parametrize("path", FILES, ids=str)
def test_imports_point_one_way(path):
    room = room_of(path)
    allowed = MAY_IMPORT.get(room, SHARED | {room})
    wrong = [
        f"app/{path}:{line} imports {module}: {room} may import {sorted(allowed)}"
        for line, module in imported(path)
        if room not in ROOTS and module.split(".")[1] not in allowed
    ]

    assert not wrong, "\n".join(wrong)
