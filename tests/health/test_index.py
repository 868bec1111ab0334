from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest
from sqlalchemy import text

from app import create_app
from app.extensions import db
from app.models import Outbox
from app.models.columns import now
from app.web import readiness
from app.web.readiness import Check, Readiness
from tests.support.waiting import wait_until


@pytest.fixture(autouse=True)
def forget(app):
    """Let each test ask anew: answers are repeated for a second."""
    app.extensions["readiness"] = Readiness(app)


@pytest.fixture
def ask(client):
    """The status of an answer, and its lines."""

    def asked(**headers):
        answer = client.get("/readyz", headers=headers)
        return answer.status_code, answer.text.splitlines()

    return asked


def at_revision(number):
    db.session.execute(
        text("UPDATE alembic_version SET version_num = :n"), {"n": number}
    )
    db.session.commit()


def test_a_site_that_is_well_says_of_what(ask, settings):
    status, lines = ask()

    assert status == 200
    assert lines[:5] == [
        *("ready", "database ok", "migrations ok", "outbox ok", "disk ok")
    ]
    assert lines[5:] == (["redis ok"] if settings.REDIS_URL else [])


def test_before_the_first_visitor_too(empty_site, ask):
    assert ask()[0] == 200


def test_nobody_keeps_the_answer(client):
    answer = client.get("/readyz")

    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("host", ["10.0.0.7:8000", "evil.example", "", "a b"])
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_balancer_asks_by_any_name(client, path, host):
    answer = client.get(path, headers={"Host": host})

    assert answer.status_code == 200
    assert host not in answer.text or not host


@pytest.mark.parametrize("path", ["/", "/readyz/", "/healthz/x", "//readyz"])
def test_nothing_else_is_told_to_strange_names(client, path):
    assert client.get(path, headers={"Host": "10.0.0.7"}).status_code == 400


def test_a_database_older_than_the_code_is_not_ready(ask):
    at_revision("0001")
    status, lines = ask()

    assert status == 503
    assert lines[:3] == ["not ready", "database ok", "migrations not ok"]


def test_a_newer_one_is_for_the_time_of_an_update(ask):
    at_revision("9999")

    assert ask()[0] == 200


def test_a_database_that_nobody_has_made_is_not_ready(settings, tmp_path):
    bare = create_app(replace(settings, INSTANCE_PATH=str(tmp_path), DATABASE_URL=""))
    answer = bare.test_client().get("/readyz")

    assert answer.status_code == 503
    assert "migrations not ok" in answer.text


def test_a_database_that_does_not_exist_is_not_ready(settings):
    away = "postgresql://nobody@127.0.0.1:1/none"
    answer = (
        create_app(replace(settings, DATABASE_URL=away)).test_client().get("/readyz")
    )

    assert answer.status_code == 503
    assert "database not ok" in answer.text
    assert "nobody" not in answer.text


def test_a_stuck_worker_leaves_the_site_ready(ask):
    Outbox.put("mail", "", due_at=now() - timedelta(minutes=11))
    db.session.commit()
    status, lines = ask()

    assert status == 200
    assert "outbox not ok" in lines


def test_so_does_a_full_disk(ask, monkeypatch):
    monkeypatch.setattr(readiness, "ROOM", 10**18)
    status, lines = ask()

    assert status == 200
    assert "disk not ok" in lines


def test_so_does_a_redis_that_is_away(settings, app):
    app.config["REDIS_URL"], known = "redis://127.0.0.1:1/0", app.config["REDIS_URL"]
    checks = Readiness(app).now()
    app.config["REDIS_URL"] = known

    assert readiness.is_ready(checks)
    assert [check.is_well for check in checks if check.name == "redis"] == [False]


@pytest.fixture
def hanging(app, monkeypatch):
    """A database that takes the question, and counts how often it was asked."""
    asked, goes_on = [], Event()

    def hang(app):
        asked.append(1)
        goes_on.wait(30)
        return []

    monkeypatch.setattr(readiness, "look_at_database", hang)
    monkeypatch.setattr(readiness, "PATIENCE", 0.2)
    app.extensions["readiness"] = Readiness(app)
    yield asked
    goes_on.set()


def test_a_database_that_hangs_hangs_nobody(hanging, ask):
    status, lines = ask()

    assert status == 503
    assert lines[1] == "database not ok"
    assert "disk ok" in lines


def test_while_it_hangs_it_is_not_asked_again(hanging, ask):
    for _ in range(5):
        ask()

    assert len(hanging) == 1


def test_what_hangs_takes_no_time_from_others(app, monkeypatch):
    clock, goes_on = [0.0], Event()
    well = [Check("database"), Check("migrations")]
    monkeypatch.setattr(readiness, "monotonic", lambda: clock[0])
    monkeypatch.setattr(readiness, "PATIENCE", 0.0)
    monkeypatch.setattr(
        readiness, "look_at_database", lambda app: goes_on.wait(0.2) or well
    )
    monkeypatch.setattr(readiness, "look_at_disk", lambda app: goes_on.wait(60) and [])
    looks = Readiness(app)
    assert wait_until(lambda: readiness.is_ready(looks.now()), within=30)

    clock[0] += 3_600
    monkeypatch.setattr(readiness, "PATIENCE", 30.0)
    checks = looks.now()
    goes_on.set()

    assert readiness.is_ready(checks)
    assert Check("disk", "no answer") in checks


def test_many_probes_are_one_question(app, ask, monkeypatch):
    asked = []
    monkeypatch.setattr(readiness, "KEPT", 60)
    monkeypatch.setattr(
        readiness, "look_at_database", lambda app: asked.append(1) or []
    )
    app.extensions["readiness"] = Readiness(app)
    for _ in range(20):
        ask()

    assert len(asked) == 1


def test_the_log_says_why_and_once(ask, caplog):
    at_revision("0001")
    ask()
    ask()

    assert caplog.text.count("migrations: at 0001, not at") == 1
