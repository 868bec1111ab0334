"""Budgets. Beauty lives in the tail: what grows past these is two things."""

import pytest

from tests.support.source import (
    APP,
    ROOT,
    functions,
    length_without_docstring,
    name_of,
    python_files,
    templates,
)

MOST = {
    "python": 250,
    "function": 30,
    "view": 20,
    "template": 100,
    "css": 250,
    "js": 100,
}
CONFIG = sorted(ROOT.glob("config*.py"))
SERVING = python_files(ROOT / "serving")
TESTS = python_files(ROOT / "tests")
BOOK = [*ROOT.glob("tutorial/*.py"), *python_files(ROOT / "tutorial/book")]
# The list of all features is as long as there are features.
LIST = APP / "features.py"


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def too_long(paths, most):
    return [
        f"{name_of(p)}: {lines(p)} lines, not {most}" for p in paths if lines(p) > most
    ]


@pytest.mark.parametrize(
    ("kind", "paths"),
    [
        ("python", [*{*python_files()} - {LIST}, *SERVING, *TESTS, *CONFIG, *BOOK]),
        ("template", templates()),
        ("css", sorted((APP / "static/css").rglob("*.css"))),
        ("js", sorted((APP / "static/js").rglob("*.js"))),
    ],
)
def test_files_are_short(kind, paths):
    assert not too_long(paths, MOST[kind])


def test_functions_are_short():
    assert not long_functions([*python_files(), *SERVING, *BOOK], MOST["function"])


def test_views_are_short():
    views = [path for path in python_files() if path.name == "views.py"]
    assert not long_functions(views, MOST["view"])


def test_tests_are_short():
    assert not long_functions(TESTS, MOST["function"])


def test_scripts_are_short():
    assert not too_long([p for p in (ROOT / "bin").iterdir() if p.is_file()], 70)


def long_functions(paths, most):
    return [
        f"{name_of(path)} {function.name}: {length} lines, most {most}"
        for path in paths
        for function in functions(path)
        if (length := length_without_docstring(function)) > most
    ]
