"""From one machine's SQLite to PostgreSQL, with nothing lost."""

import sqlite3

import pytest

from app.extensions import db
from tests.fixtures.backups import town_on
from tests.support.databases import scratch_database


@pytest.fixture(scope="module")
def small_town(tmp_path_factory):
    """A town on SQLite, whatever the tests run on."""
    with town_on("", tmp_path_factory.mktemp("small")) as place:
        with place.app.app_context():
            db.engine.dispose()
        yield place


@pytest.fixture
def target(settings, worker_id):
    """The address of an empty database on PostgreSQL."""
    if not settings.DATABASE_URL:
        pytest.skip("needs DATABASE_URL")
    with scratch_database(settings.DATABASE_URL, f"{worker_id}_target") as url:
        yield url


@pytest.fixture
def moved(build, target):
    """The site as it is after the move: its settings name the new database."""
    return lambda: build("moved", url=target)


def test_every_row_arrives(small_town, target, moved):
    done = small_town.flask("move", target)

    assert "are there, and are what they were" in done.output
    assert moved().rows() == small_town.rows()


def test_the_site_goes_on_there(small_town, target, moved):
    small_town.flask("move", target)
    client = moved().app.test_client()
    client.set_cookie(small_town.app.config["LOGIN_COOKIE"], small_town.cookie)

    assert client.get("/settings/security/").status_code == 200
    assert "/@ann/the-tide-tables" in client.get("/search?q=tide").text


def test_new_rows_get_new_numbers_there(small_town, target, moved):
    small_town.flask("move", target)

    with moved().app.app_context(), db.engine.connect() as connection:
        for table in db.metadata.sorted_tables:
            if (key := table.autoincrement_column) is not None:
                name = connection.dialect.identifier_preparer.format_table(table)
                asked = db.func.nextval(db.func.pg_get_serial_sequence(name, key.name))
                highest = db.select(db.func.max(key))
                assert connection.scalar(asked) > connection.scalar(highest)


def test_a_rehearsal_leaves_nothing(small_town, target, moved):
    done = small_town.flask("move", "--dry-run", target)

    with moved().app.app_context(), db.engine.connect() as connection:
        assert done.output.splitlines()[-1].startswith("It would work")
        assert db.inspect(connection).get_table_names() == []
        assert "inklings_rehearsal" not in db.inspect(connection).get_schema_names()


def test_a_site_that_runs_is_not_moved(small_town, target):
    place = small_town.folder / "inklings.sqlite"
    with sqlite3.connect(place) as site:
        site.execute('SELECT count(*) FROM "user"').fetchone()
        done = small_town.flask("move", target)
    site.close()

    assert "Stop the site and its worker first" in done.output
    assert small_town.flask("move", target).exit_code == 0


def test_a_rehearsal_needs_no_stop(small_town, target):
    with sqlite3.connect(small_town.folder / "inklings.sqlite") as site:
        site.execute('SELECT count(*) FROM "user"').fetchone()
        done = small_town.flask("move", "--dry-run", target)
    site.close()

    assert done.exit_code == 0, done.output


def test_nothing_is_moved_over_people(small_town, target, moved):
    small_town.flask("move", target)
    before = moved().rows()

    done = small_town.flask("move", target)

    assert "Choose an empty one" in done.output
    assert moved().rows() == before


def test_a_row_that_does_not_fit_stops_it_with_nothing_written(build, target, moved):
    small = build("small", embedded=True)
    small.flask("db", "upgrade")
    with small.app.app_context():
        db.session.execute(
            db.text("INSERT INTO tag VALUES (1, 'a', :label)"), {"label": "x" * 99}
        )
        db.session.commit()

    done = small.flask("move", target)

    assert "A row of tag does not fit" in done.output
    assert moved().rows()["tag"] == []


def test_a_site_on_postgresql_does_not_move(town, target):
    assert "on PostgreSQL already" in town.flask("move", target).output


@pytest.mark.parametrize("url", ["mysql://host/name", "postgresql"])
def test_what_is_no_address_is_refused(small_town, url):
    done = small_town.flask("move", url)

    assert done.exit_code == 1
    assert "Error: The target" in done.output


def test_a_server_that_is_away_is_named(small_town):
    done = small_town.flask("move", "postgresql://postgres@127.0.0.1:1/x")

    assert "Nothing was written: connection failed" in done.output
