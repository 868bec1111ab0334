"""Who migrates: one of many at a time, giving way to whoever is at work."""

import fcntl
import os
import subprocess
import sys
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import create_engine, text

from config import Config
from tests.support.databases import scratch_database
from tests.support.settings import KEY
from tests.support.source import ROOT

PATIENCE = 90
#: As it is in migrations/env.py.
MIGRATING = 1_836_410_471
#: A migration that changes a table which is there, and the one before it.
BEFORE, CHANGES = "0035", "0036"
LOOK = "SELECT count(*) FROM moderation_act"


@pytest.fixture
def place(settings, tmp_path, worker_id):
    """The environment of a site whose database nobody has migrated yet."""
    with scratch_database(settings.DATABASE_URL, f"{worker_id}_migrating") as url:
        yield {
            "SECRET_KEY": KEY,
            "INSTANCE_PATH": str(tmp_path),
            "DATABASE_URL": url,
            "PATH": os.environ["PATH"],
        }


@pytest.fixture
def on_postgresql(place):
    """A place where a query can keep a table; SQLite has one writer anyway."""
    if not place["DATABASE_URL"]:
        pytest.skip("locks of tables are PostgreSQL's")
    return place


def flask_db(place, *command):
    return subprocess.Popen(
        [sys.executable, "-m", "flask", "--app", "wsgi", "db", *command],
        cwd=ROOT,
        env=place,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(process):
    """What it says until it ends, which it does well."""
    words = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 0, words
    return words


def ask(place, *statements):
    """What the last of ``statements`` finds."""
    engine = create_engine(Config.from_environ(place).database_url)
    with engine.begin() as connection:
        found = [connection.execute(text(one)) for one in statements][-1]
        answer = found.scalar() if found.returns_rows else None
    engine.dispose()
    return answer


@contextmanager
def migrating(place):
    """Be the one who migrates."""
    if url := place["DATABASE_URL"]:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"SELECT pg_advisory_lock({MIGRATING})")
            yield
    else:
        with open(f"{place['INSTANCE_PATH']}/inklings.sqlite.migrating", "w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def test_of_many_that_start_at_once_one_migrates(place):
    starts = [flask_db(place, "upgrade") for _ in range(3)]

    words = "".join([said(start) for start in starts])

    assert words.count("The database went from nothing to ") == 1


def test_whoever_comes_meanwhile_says_that_it_waits(place):
    with migrating(place):
        waiting = flask_db(place, "upgrade")
        assert "waiting for it" in waiting.stderr.readline()

    assert "The database went from nothing" in said(waiting)


def test_whoever_waits_keeps_no_index_waiting(on_postgresql):
    """PostgreSQL builds one beside its readers, but not beside a statement at work."""
    with migrating(on_postgresql):
        waiting = flask_db(on_postgresql, "upgrade")
        waiting.stderr.readline()
        with psycopg.connect(on_postgresql["DATABASE_URL"], autocommit=True) as another:
            another.execute("SET statement_timeout = '30s'")
            another.execute("CREATE TABLE large (id int)")
            another.execute("CREATE INDEX CONCURRENTLY ix_large ON large (id)")

    said(waiting)


def test_a_migration_gives_way_to_a_long_query(on_postgresql):
    said(flask_db(on_postgresql, "upgrade", BEFORE))

    with psycopg.connect(on_postgresql["DATABASE_URL"]) as reader:
        reader.execute(LOOK)
        migration = flask_db(on_postgresql, "upgrade", CHANGES)
        assert "A table is in use" in migration.stderr.readline()
        # Whoever comes now is served: nobody stands before them for long.
        ask(on_postgresql, LOOK)

    assert f"from {BEFORE} to {CHANGES}" in said(migration)


def test_an_older_version_serves_what_a_later_one_migrated(place):
    said(flask_db(place, "upgrade"))
    ask(place, "UPDATE alembic_version SET version_num = '9999'")

    words = said(flask_db(place, "upgrade"))

    assert "The database is at 9999, which a later version brought" in words
    assert ask(place, "SELECT version_num FROM alembic_version") == "9999"


def test_an_older_version_undoes_nothing_that_it_does_not_know(place):
    said(flask_db(place, "upgrade"))
    ask(place, "UPDATE alembic_version SET version_num = '9999'")

    going_down = flask_db(place, "downgrade")

    assert "Can't locate revision identified by '9999'" in going_down.communicate()[1]
    assert going_down.returncode == 1
