"""``flask doctor`` on a site that stands: what it says, and how it ends."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import update

from app.doctor import folder, machine
from app.extensions import db
from app.lib.stores import StoreFailed
from app.models import Outbox, Post
from app.models.columns import now
from app.web import checkup
from app.web.pictures import store


@pytest.fixture
def run(app):
    """Runs ``flask doctor …`` and gives what came of it."""
    runner = app.test_cli_runner()
    return lambda *words: runner.invoke(args=["doctor", *words])


@pytest.fixture
def setting(app, monkeypatch):
    """Changes a setting of the running site."""
    return lambda name, value: monkeypatch.setitem(app.config, name, value)


def test_where_all_is_well_nothing_is_wrong(run):
    done = run()

    assert done.exit_code == 0, done.output
    assert done.output.endswith("\nNothing is wrong.\n")


def test_what_is_wrong_is_counted_and_fails(run, setting):
    setting("SECRET_KEY", "ab" * 20)

    done = run()

    assert done.exit_code == 1
    assert "wrong  Key: SECRET_KEY repeats itself." in done.output
    assert done.output.endswith("\n1 thing is wrong.\n")


def test_programs_get_json(run):
    rows = json.loads(run("--json").output)

    assert {"state": "ok", "check": "Migrations"} in [
        {name: row[name] for name in ("state", "check")} for row in rows
    ]


def test_a_misspelt_setting_is_noticed(run, monkeypatch):
    monkeypatch.setenv("DATABSE_URL", "postgresql://db/ink")

    said = run().output

    assert "DATABSE_URL is no setting. Did you mean DATABASE_URL?" in said


def test_other_names_in_the_environment_are_nobodys_business(run, monkeypatch):
    for name in ("DATABASE_WAIT", "HOME_URL", "PATH_INFO", "LANGUAGE"):
        monkeypatch.setenv(name, "x")

    assert "Did you mean" not in run().output


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"SITE_URL": "https://ink.example"}, "wrong  Address: SITE_URL is https"),
        (
            {"SITE_URL": "https://ink.example", "TRUSTED_PROXIES": 1},
            "ok     Address: https://ink.example",
        ),
        ({"SITE_URL": "http://ink.example"}, "note   Address: SITE_URL is http"),
        ({"SITE_URL": "http://localhost"}, "note   Address: links in letters lead"),
        (
            {"SITE_URL": "https://ink.example", "DEVELOPMENT": True},
            "wrong  Address: DEVELOPMENT is for one",
        ),
    ],
)
def test_settings_have_to_fit_together(run, setting, given, says):
    setting("DEVELOPMENT", False)
    for name, value in given.items():
        setting(name, value)

    assert says in run().output


def test_a_worker_that_is_stuck_is_noticed(run):
    Outbox.put("mail", "sealed", due_at=now() - timedelta(minutes=11))
    db.session.commit()

    assert "wrong  Worker: something has been due for ten minutes." in run().output


def test_what_failed_is_mentioned(run):
    Outbox.put("mail", "sealed")
    db.session.execute(update(Outbox).values(failed_at=now()))
    db.session.commit()

    assert "note   Outbox: 1 failed: flask outbox list failed" in run().output


def test_a_counter_that_is_off_is_noticed(run, essay):
    db.session.execute(update(Post).values(like_count=7))
    db.session.commit()

    assert "note   Counters: likes are counted wrongly: flask recount" in run().output


def test_files_of_no_picture_are_counted(run):
    store().put("stray", "640.webp", b"")

    said = run().output
    store().delete("stray")

    assert "Of 1 of 1 pictures the database knows nothing" in said


def test_a_store_that_takes_nothing_is_noticed(run, monkeypatch):
    def fail(*_):
        raise StoreFailed("no such bucket")

    monkeypatch.setattr(store(), "put", fail)

    assert "wrong  Pictures: cannot be kept: no such bucket." in run().output


def test_a_redis_that_is_away_is_noticed(run, setting):
    setting("REDIS_URL", "redis://127.0.0.1:1/0")

    assert "wrong  Redis: does not answer" in run().output


def test_the_mail_server_is_asked_on_demand(run, setting, office):
    setting("MAIL_URL", f"smtp://127.0.0.1:{office.port}")

    assert "flask doctor --mail signs in there" in run().output
    assert "ok     Mail: the server lets us in" in run("--mail").output


def test_a_mail_server_that_is_away_is_noticed(run, setting):
    setting("MAIL_URL", "smtp://127.0.0.1:1")

    assert "wrong  Mail: the server does not let us in" in run("--mail").output


@pytest.mark.parametrize(
    ("module", "name", "value", "says"),
    [
        (folder, "NO_ROOM", 10**18, "wrong  Disk: "),
        (folder, "LITTLE", 10**18, "note   Disk: "),
        (machine, "OLDEST", (4, 0), "is too old. Install 3.11"),
        (machine, "LEAST_MEMORY", 10**18, "note   Memory: "),
        (machine, "FEWEST_FILES", 10**9, "note   Open files: "),
        (machine, "_installed", lambda name: "", "is missing, not "),
    ],
)
def test_the_machine_is_looked_at(run, monkeypatch, module, name, value, says):
    monkeypatch.setattr(module, name, value)

    assert says in run().output


def test_a_check_that_breaks_is_a_finding(run, monkeypatch):
    def break_down():
        raise ZeroDivisionError("by zero")

    broken = checkup.Checkup("Odd", break_down, needs_site=False)
    monkeypatch.setattr(checkup, "_CHECKUPS", [broken])

    said = run().output

    assert "wrong  Odd: could not be looked at: ZeroDivisionError: by zero" in said
