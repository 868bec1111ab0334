"""What models leave to others."""

import re

import pytest

from app.extensions import db
from tests.support.source import APP, name_of, python_files

FILES = python_files(APP / "models")
FORBIDDEN = {
    r"\.commit\(": "views, jobs and commands commit, once, at the edge",
    r"\babort\(": "models know nothing of HTTP; web/find.py answers 404",
    r"render_template": "models do not render",
    r"from flask import|import flask\b": "models know nothing of requests",
    r"utcnow|datetime\.now\(\)": "times are aware and in UTC: columns.now()",
    r"\.query\b|query\.get\(": "select() is the way to ask",
}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_models_do_not_commit_abort_or_render(path):
    text = path.read_text()
    wrong = [why for pattern, why in FORBIDDEN.items() if re.search(pattern, text)]
    assert not wrong, f"{name_of(path)}: {wrong}"


def relationships():
    mappers = db.Model.registry.mappers
    return sorted((r for m in mappers for r in m.relationships), key=str)


@pytest.mark.parametrize("relationship", relationships(), ids=str)
def test_relationships_load_nothing_by_themselves(relationship):
    assert relationship.lazy in {"raise", "write_only"}, (
        f'{relationship}: lazy="raise"; the query decides what it loads'
    )


@pytest.mark.parametrize("table", db.metadata.sorted_tables, ids=str)
def test_every_foreign_key_is_indexed(table):
    led_by = {next(iter(index.columns)).name for index in table.indexes}
    led_by.add(next(iter(table.primary_key.columns)).name)
    bare = [
        key.parent.name for key in table.foreign_keys if key.parent.name not in led_by
    ]
    assert not bare, f"{table.name}: no index begins with {bare}"


@pytest.mark.parametrize("table", db.metadata.sorted_tables, ids=str)
def test_deletes_cascade_in_the_database(table):
    loose = [key.parent.name for key in table.foreign_keys if not key.ondelete]
    assert not loose, f"{table.name}: say ondelete= for {loose}"
