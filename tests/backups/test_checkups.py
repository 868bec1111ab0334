"""What ``flask doctor`` says about backups."""

from datetime import timedelta

import pytest

from app.lib.backup_names import name_of
from app.models.columns import now


@pytest.fixture
def folder(app, tmp_path, monkeypatch):
    monkeypatch.setitem(app.config, "BACKUP_FOLDER", str(tmp_path / "backups"))
    return tmp_path / "backups"


@pytest.fixture
def said(app):
    return lambda: app.test_cli_runner().invoke(args=["doctor"]).output


@pytest.mark.parametrize(
    ("hours", "words"), [(47, "ok     Backups: the n"), (49, "wrong  Backups: the n")]
)
def test_one_of_two_days_ago_is_too_old(folder, said, hours, words):
    folder.mkdir()
    (folder / name_of(now() - timedelta(hours=hours))).touch()

    assert words in said()


def test_a_site_without_one_is_noted(folder, said):
    assert "note   Backups: there is none" in said()


def test_who_turned_them_off_is_reminded(app, folder, said, monkeypatch):
    monkeypatch.setitem(app.config, "BACKUP_KEEP", 0)

    assert "note   Backups: the night makes none" in said()
