"""Somebody else has the database of a site, and does not let go."""

import sqlite3
from contextlib import closing

import pytest

from tests.support.faults.scene import scene


@pytest.fixture
def site(tmp_path, settings):
    if settings.DATABASE_URL:
        pytest.skip("locks a file: bin/ci runs it on SQLite")
    with scene(tmp_path) as found:
        yield found


def test_while_the_database_is_locked_one_reads_and_writes_later(tmp_path, site):
    path = tmp_path / "inklings.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = site.publish("High water at noon.")
        page = site.ann.visit("/@bob/the-harbour")

    assert (answer.status, page.status) == (503, 200)
    assert "High water at noon." in answer.text, "her words are in the page"
    assert site.publish("High water at noon.").status == 303
