"""Every night one worker makes one backup, and old ones go."""

from datetime import UTC, datetime, timedelta

import pytest

from app.backups import nightly
from app.backups.making import LOCK
from app.extensions import db
from app.lib.backup_names import made_in, name_of
from app.lib.file_locks import locked
from app.models import Outbox
from app.web import backups
from app.web.backups import last_backup
from app.web.outbox import as_if_asked, defer, deliver
from app.web.rounds import go_round

NIGHT = datetime(2026, 11, 21, 3, tzinfo=UTC)


@pytest.fixture
def folder(app, tmp_path, monkeypatch):
    """Where backups go, at half past three in the night."""
    monkeypatch.setitem(app.config, "BACKUP_FOLDER", str(tmp_path / "backups"))
    for module in (nightly, backups):
        monkeypatch.setattr(module, "now", lambda: NIGHT + timedelta(minutes=30))
    return tmp_path / "backups"


@pytest.fixture
def makes(app, folder, monkeypatch):
    """What a backup would be made of, instead of making one: tests roll back."""
    asked = []

    def make(where, **how):
        asked.append(how)
        put(where, NIGHT + timedelta(minutes=30), has_media=how["with_media"])

    monkeypatch.setattr(nightly, "create", make)
    return asked


def put(folder, at, is_nightly=True, has_media=True):
    folder.mkdir(exist_ok=True)
    (folder / name_of(at, is_nightly=is_nightly, has_media=has_media)).touch()


def planned():
    return db.session.scalars(db.select(Outbox).where(Outbox.kind == "backup")).all()


def test_several_workers_plan_one(folder, ann):
    go_round()
    go_round()

    assert len(planned()) == 1


def test_a_worker_makes_what_was_planned(folder, ann, makes):
    go_round()

    deliver(planned()[0].key)

    assert makes == [{"with_media": True, "is_nightly": True}]
    assert last_backup() == NIGHT + timedelta(minutes=30)


def test_what_another_worker_has_made_is_not_made_again(folder, ann, makes):
    go_round()
    put(folder, NIGHT + timedelta(minutes=1))

    deliver(planned()[0].key)

    assert makes == []


@pytest.mark.parametrize(
    ("at", "count"), [(NIGHT, 0), (NIGHT - timedelta(seconds=1), 1)]
)
def test_it_is_due_once_a_night(folder, ann, at, count):
    put(folder, at)

    go_round()

    assert len(planned()) == count


def test_one_of_a_clock_that_was_ahead_is_not_tonights(folder, ann, makes):
    ahead = NIGHT + timedelta(days=300)
    for at in (ahead, NIGHT - timedelta(days=1)):
        put(folder, at)

    nightly.back_up(None)

    assert len(makes) == 1
    assert last_backup() == NIGHT + timedelta(minutes=30)
    assert made_in(folder)[0].at == ahead


def test_one_that_takes_long_is_no_fault(folder, ann, caplog, monkeypatch):
    folder.mkdir()
    with as_if_asked():
        defer("backup")
    db.session.commit()

    with locked(folder / LOCK):
        deliver(planned()[0].key)

    assert "Another backup is being made" in planned()[0].last_error
    assert caplog.text == ""


def test_one_by_hand_is_not_tonights(folder, ann):
    put(folder, NIGHT + timedelta(minutes=1), is_nightly=False)

    go_round()

    assert len(planned()) == 1


def test_a_site_where_nobody_lives_is_left_alone(folder):
    go_round()

    assert planned() == []


def test_who_keeps_none_gets_none(app, folder, ann, monkeypatch):
    monkeypatch.setitem(app.config, "BACKUP_KEEP", 0)

    go_round()

    assert planned() == []


def test_pictures_in_a_bucket_are_left_to_it(app, folder, ann, makes, monkeypatch):
    monkeypatch.setitem(app.config, "MEDIA_URL", "s3://key:secret@host/bucket")

    nightly.back_up(None)

    assert makes[0]["with_media"] is False


def test_a_failure_is_tried_again_and_seen(app, folder, ann, browser):
    folder.write_text("a file in its place")
    with as_if_asked():
        defer("backup")
    db.session.commit()

    deliver(planned()[0].key)

    assert "backup" in browser.sign_in(ann).visit("/admin/outbox/").text()


def test_old_ones_go_and_those_made_by_hand_stay(app, folder, ann, makes):
    for days in range(1, 10):
        put(folder, NIGHT - timedelta(days=days))
    put(folder, NIGHT - timedelta(days=99), is_nightly=False)

    nightly.back_up(None)

    kept = made_in(folder)
    assert [made.is_nightly for made in kept] == [True] * 7 + [False]
    assert kept[6].at == NIGHT - timedelta(days=6)


def test_a_rehearsal_of_pruning_removes_nothing(app, folder):
    for days in range(9):
        put(folder, NIGHT - timedelta(days=days))

    said = app.test_cli_runner().invoke(args=["backup", "prune", "--dry-run"]).output

    assert said.count("Would go: inklings-2026-11-1") == 2
    assert len(made_in(folder)) == 9


def test_the_town_is_backed_up_at_night(town):
    with town.app.app_context():
        nightly.back_up(None)

        assert last_backup() >= nightly.last_night()
        assert nightly.is_made()
