"""What docs/security.md promises: every door is in its table, with tests that exist."""

import re

import pytest

from app.web.access import is_public
from tests.support.source import ROOT, name_of, python_files

TEXT = (ROOT / "docs/security.md").read_text()
DOORS = dict(re.findall(r"^\| `([a-z_.]+)` [^|]*\|(.*)\|$", TEXT, re.MULTILINE))
NAMED = sorted(set(re.findall(r"`(tests/[a-z_/.]+)", TEXT)))


def test_every_open_form_is_a_door_in_the_table(app):
    forms = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "POST" in rule.methods and is_public(rule.endpoint)
    }
    assert not forms - set(DOORS), "say in docs/security.md how it is limited"


@pytest.mark.parametrize("door", DOORS)
def test_every_door_in_the_table_exists(app, door):
    assert door in app.view_functions


@pytest.mark.parametrize("path", NAMED)
def test_every_test_that_is_named_exists(path):
    there = ROOT / path
    files = there.rglob("test_*.py") if there.is_dir() else [there]
    assert any("\ndef test_" in file.read_text() for file in files)


@pytest.mark.parametrize("door", DOORS)
def test_every_door_names_its_test(door):
    assert "`tests/" in DOORS[door]


def test_every_cookie_goes_through_one_file():
    """There it gets its name, and is bound to this host."""
    direct = {
        name_of(path)
        for path in python_files()
        if re.search(r"\.(set|delete)_cookie\(|request\.cookies", path.read_text())
    }
    assert direct == {
        "app/web/cookies.py",
        "app/web/current.py",
        "app/web/devices.py",
    }
