"""Who may import whom, as ARCHITECTURE draws it."""

import ast

import pytest

from app import models
from app.features import FEATURES
from tests.support.chapters import BROUGHT_BY
from tests.support.source import APP, imports, name_of, python_files, tree

ORDER = [feature.__name__.rpartition(".")[2] for feature in FEATURES]
# What all models are made of.
CLAY = {"__init__", "columns", "counting", "rows", "tally"}
SHARED = {"web", "models", "extensions", "events", "lib"}
MAY_IMPORT = {
    "lib": {"lib"},
    "extensions": set(),
    "events": set(),
    "models": {"models", "extensions", "events", "lib"},
    "web": {"web", "models", "extensions", "lib"},
    "jobs": SHARED,
    "features": set(ORDER),
    "__init__": SHARED | {"features", "jobs"},
}
# Satellites lend traits to hubs; hubs never lend to them.
HUBS = {"app.models.user", "app.models.post"}
# Above the hubs: they know them, and no hub knows them.
ABOVE = {
    "access_token",
    "articles",
    "account",
    "consent",
    "login_session",
    "timelines",
    "tongues",
    "sitemap",
    "post_count",
    "timeline_entry",
    "spreading",
    "homes",
    "people",
    "suggestions",
    "tag_lists",
    "tag_changes",
    "archives",
    "surroundings",
    "search_walks",
    "searches",
    "gallery",
    "comment_upkeep",
    "acquaintances",
    "telling",
    "news",
    "echoes",
    "threads",
}
SATELLITES = sorted({*BROUGHT_BY, *CLAY} - {"__init__", "user", "post"} - ABOVE)
FILES = python_files()


def room_of(path):
    return path.relative_to(APP).parts[0].removesuffix(".py")


def inside(node):
    """What is imported from the application itself, without ``if TYPE_CHECKING``."""
    skipped = {
        number
        for child in ast.walk(node)
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        for number in range(child.lineno, child.end_lineno + 1)
    }
    for line, module in imports(node):
        if module.split(".")[0] == "app" and line not in skipped:
            yield line, module


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_one_way(path):
    room = room_of(path)
    allowed = MAY_IMPORT.get(room, SHARED | {room})
    wrong = [
        f"{name_of(path)}:{line} imports {module}; {room} may import {sorted(allowed)}"
        for line, module in inside(tree(path))
        if module.split(".")[1] not in allowed
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_stand_at_the_top(path):
    hidden = [
        f"{name_of(path)}:{line} imports {module} in {function.name}(): a cycle hides"
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef)
        for line, module in imports(function)
    ]
    assert not hidden, "\n".join(hidden)


@pytest.mark.parametrize("name", SATELLITES)
def test_satellites_do_not_know_the_hubs(name):
    path = APP / "models" / f"{name}.py"
    wrong = [
        module for _, module in inside(tree(path)) if module.rpartition(".")[0] in HUBS
    ]
    assert not wrong, (
        f"{name_of(path)} imports {wrong}: name the class in a string instead"
    )


def test_each_feature_is_listed_once():
    assert len(ORDER) == len(set(ORDER)), "a feature is listed twice in FEATURES"


def test_each_part_of_the_domain_is_brought_by_a_feature():
    files = {path.stem for path in python_files(APP / "models")} - CLAY
    assert files == set(BROUGHT_BY), (
        "say in BROUGHT_BY which feature brings a new file in app/models"
    )


def bringer(module):
    """The feature that brings what is imported as ``module`` from the domain."""
    room, _, name = module.removeprefix("app.").partition(".")
    if room != "models":
        return None
    file = name.partition(".")[0]
    known = vars(models).get(file)
    if isinstance(known, type):
        file = known.__module__.rpartition(".")[2]
    return BROUGHT_BY.get(file)


@pytest.mark.parametrize("feature", ORDER)
def test_a_feature_uses_only_what_stands_above_it(feature):
    above = ORDER[: ORDER.index(feature) + 1]
    wrong = [
        f"{name_of(path)}:{line} uses {module}, which {owner} brings further down"
        for path in python_files(APP / feature)
        for line, module in inside(tree(path))
        if (owner := bringer(module)) and owner not in above
    ]
    assert not wrong, "\n".join(wrong)
