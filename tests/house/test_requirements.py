"""What the site runs on is pinned, to the last package that comes along."""

import re
import sys
from importlib.metadata import packages_distributions, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name as canonical

from tests.support.source import APP, ROOT, imports, python_files, tree

LINES = [
    line
    for line in (ROOT / "requirements.txt").read_text().splitlines()
    if line and not line.startswith("#")
]
PINNED = {canonical(Requirement(line).name): Requirement(line) for line in LINES}
#: Ours, and what only type checkers see.
OURS = {"app", "config", "config_checks", "config_flask", "serving", "_typeshed"}


@pytest.mark.parametrize("line", LINES)
def test_every_line_names_one_version(line):
    assert re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+", line)


def test_nothing_is_pinned_twice():
    assert len(PINNED) == len(LINES)


def test_what_the_site_imports_is_pinned():
    files = [*python_files(APP), ROOT / "config.py", ROOT / "gunicorn.conf.py"]
    names = {name.split(".")[0] for path in files for _, name in imports(tree(path))}
    known = packages_distributions()
    outside = names - set(sys.stdlib_module_names) - OURS
    missing = {
        name
        for name in outside
        if not {canonical(found) for found in known.get(name, [name])} & set(PINNED)
    }
    assert not missing, f"{missing}: pin it in requirements.txt"


@pytest.mark.parametrize("name", sorted(PINNED))
def test_what_comes_along_is_pinned_too(name):
    wanted = [Requirement(line) for line in requires(name) or ()]
    along = {canonical(other.name) for other in wanted if comes_along(other, name)}
    assert along <= set(PINNED), f"{along - set(PINNED)}: pin it in requirements.txt"


def comes_along(other, name):
    """Whether ``other`` is installed with ``name`` and the extras that we ask for."""
    extras = PINNED[name].extras or {""}
    marker = other.marker
    return not marker or any(marker.evaluate({"extra": extra}) for extra in extras)
