"""A GET that writes takes SQLite's lock before it reads, and can wait for it."""

import sqlite3

import pytest
from sqlalchemy import text

from app import create_app
from app.extensions import db
from app.web.races import begin_writing
from tests.support.settings import configured


@pytest.fixture
def request_by_get(tmp_path):
    """A request of a site on an empty file of its own."""
    app = create_app(configured(tmp_path))
    with app.test_request_context("/"):
        yield
        db.session.remove()
        db.engine.dispose()


def another_may_write(folder):
    other = sqlite3.connect(folder / "inklings.sqlite", timeout=0)
    try:
        other.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return False
    finally:
        other.close()
    return True


def test_what_only_reads_leaves_the_lock_to_others(tmp_path, request_by_get):
    db.session.execute(text("SELECT 1"))

    assert another_may_write(tmp_path)


def test_what_will_write_has_the_lock(tmp_path, request_by_get):
    begin_writing()
    db.session.execute(text("SELECT 1"))

    assert not another_may_write(tmp_path)
