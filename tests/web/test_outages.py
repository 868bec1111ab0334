"""What passes by itself is told from what is broken, and has a page of its own."""

import errno
import sqlite3
from contextlib import closing, suppress

import psycopg
import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from app.lib.stores import StoreFailed, StoreFull
from app.web.outages import outage_behind

AWAY = psycopg.OperationalError("connection refused")


def raised_by(database, *statements):
    """What SQLite raises for the last of ``statements``."""
    with closing(database), suppress(IndexError):
        try:
            for statement in statements:
                database.execute(statement)
        except sqlite3.Error as error:
            return error
    return None


def locked(folder):
    path = folder / "locked.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        return raised_by(sqlite3.connect(path, timeout=0), "CREATE TABLE leaf (n)")


def full(_folder):
    one_page = ("PRAGMA max_page_count = 1", "CREATE TABLE leaf (n)")
    return raised_by(sqlite3.connect(":memory:"), *one_page)


def broken(_folder):
    return raised_by(sqlite3.connect(":memory:"), "SELECT nothing FROM nowhere")


@pytest.mark.parametrize(
    ("fault", "code"), [(locked, 503), (full, 507), (broken, None)]
)
def test_sqlite_says_what_it_is(tmp_path, fault, code):
    error = fault(tmp_path)

    assert outage_behind(error) == code
    assert outage_behind(OperationalError("SELECT 1", None, error)) == code


@pytest.mark.parametrize(
    ("state", "code"),
    [("57P01", 503), ("40P01", 503), ("53300", 503), ("53100", 507), ("42P01", None)],
)
def test_postgresql_says_what_it_is(state, code):
    assert outage_behind(psycopg.errors.lookup(state)("said so")) == code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (AWAY, 503),
        (NoConnection(), 503),
        (OSError(errno.ENOSPC, "No space left on device"), 507),
        (FileNotFoundError(errno.ENOENT, "No such file"), None),
        (StoreFailed(), 503),
        (StoreFull(), 507),
        (ZeroDivisionError(), None),
    ],
)
def test_others_are_known_by_their_kind(error, code):
    assert outage_behind(error) == code


@pytest.fixture
def answer(app, browser, ann, monkeypatch):
    """What comes back where a text is sent and finds no database."""

    def view():
        raise OperationalError("INSERT INTO post", None, AWAY)

    monkeypatch.setitem(app.view_functions, "posts.create", view)
    sheet = browser.sign_in(ann).visit("/posts/new")
    return sheet.submit("#editor", "publish", body="Low water at six.")


def test_who_finds_no_database_is_told_so_and_when_to_come_back(answer):
    assert answer.status == 503
    assert answer.text("h1") == "The shelves are out of reach"
    assert answer.answer.headers["Retry-After"] == "10"


def test_what_was_typed_waits_behind_a_button(answer):
    assert answer.fields("main form")["body"] == "Low water at six."
    assert answer.select("main form")[0]["action"] == "/posts"


def test_the_log_has_a_line_of_it_without_what_was_typed(answer, caplog):
    said = [record.getMessage() for record in caplog.get_records("setup")]

    assert said == ["Error 503: connection refused"]
