"""A backup becomes a site again, in an empty place."""

import os
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Error as SQLiteError

from flask import current_app
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError

from app.backups.checking import Checked, unpacked
from app.backups.pouring import NOT_EMPTY, index, pour
from app.extensions import db
from app.lib import sqlite_files
from app.lib.backup_about import fingerprint
from app.lib.backup_archives import KEY, Damaged, media_of, members
from app.lib.stores import StoreFailed
from app.web.backups import BackupFailed, kept_key, reason
from app.web.migrating import bring_up_to_date
from app.web.pictures import store
from app.web.row_copies import is_empty

_OTHER_KEY = (
    "SECRET_KEY is not the key of the site that was backed up. Until it is, the keys of"
    " authenticator apps and letters that wait cannot be opened."
)


def restore(place, progress, only_looking=False):
    """Put the archive at ``place`` where the settings say; what to tell of it.

    Everything is looked through before anything is written. Pictures come first and the
    key second, which can be taken away again; then the database, in one transaction.

    :raises BackupFailed: and the place is as empty as it was, or the message says so.
    """
    _demand_no_people()
    with unpacked(place, progress) as backup:
        _demand_no_pictures(backup)
        _bring_up_to_date(backup.database)
        warnings = list(_warnings(backup))
        if not only_looking:
            with _undone_if_it_fails(), _pictures(backup, progress), _key(backup):
                _put_database(backup, progress)
            _index()
        return backup, warnings


def _demand_no_people():
    with db.engine.connect() as connection:
        if not is_empty(connection):
            raise BackupFailed(NOT_EMPTY)


def _demand_no_pictures(backup: Checked):
    """Where it brings none, as those of the night with a bucket, they may be there."""
    if backup.about.has_media and next(store().names(), None):
        raise BackupFailed("There are pictures here already. Choose an empty place.")


def _bring_up_to_date(database: Path):
    """Migrate the copy, so that what fails there touches nothing else."""
    engine = create_engine(f"sqlite:///{database}")
    try:
        bring_up_to_date(engine)
    finally:
        engine.dispose()


@contextmanager
def _undone_if_it_fails():
    try:
        yield
    except (OSError, SQLiteError, DBAPIError, StoreFailed, Damaged) as error:
        raise BackupFailed(f"Nothing was restored: {reason(error)}") from error


@contextmanager
def _pictures(backup: Checked, progress):
    """Put the files there, and keep them unless the block fails."""
    try:
        _put_pictures(backup, progress)
        yield
    except BaseException:
        for name in {name for name, _ in backup.media}:
            store().delete(name)
        raise


def _put_pictures(backup: Checked, progress):
    with progress("Pictures", len(backup.media)) as done:
        for member, file in members(backup.place):
            if found := media_of(member):
                store().put(*found, file.read())
                done(1)


def _put_database(backup: Checked, progress):
    if db.engine.dialect.name == "sqlite":
        db.engine.dispose()
        sqlite_files.put_back(backup.database, Path(db.engine.url.database))
        return
    source = create_engine(f"sqlite:///{backup.database}")
    try:
        with source.connect() as connection:
            pour(connection, db.engine, progress, backup.about.sequences)
    finally:
        source.dispose()


@contextmanager
def _key(backup: Checked):
    """Put the key there, and bring the one before it back if the block fails.

    It is there before the rows: a site that is killed in between is an empty one.
    """
    kept = Path(current_app.instance_path) / KEY
    before = kept.read_text() if kept.exists() else ""
    try:
        if backup.key:
            _write(kept, backup.key)
        yield
    except BaseException:
        if backup.key and before:
            _write(kept, before)
        elif backup.key:
            kept.unlink(missing_ok=True)
        raise


def _write(place: Path, words: str):
    """Under another name first: there is a whole key at any moment."""
    new = place.with_name(f".{place.name}.new")
    new.unlink(missing_ok=True)
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())
    new.replace(place)


def _index():
    try:
        index(db.engine)
    except (OSError, DBAPIError) as error:
        raise BackupFailed(
            "Everything is back but the search, which the next start makes anew:"
            f" {reason(error)}"
        ) from error


def _warnings(backup: Checked):
    if not _has_its_key(backup):
        yield _OTHER_KEY
    if not backup.about.has_media:
        yield "There are no pictures in it. Bring their files back from elsewhere."
    if backup.missing:
        yield f"{len(backup.missing)} files of pictures were missing when it was made."


def _has_its_key(backup: Checked):
    """Whether the next start finds the key; one in the environment comes first."""
    is_asked = bool(kept_key() and backup.key)
    return is_asked or fingerprint(current_app.config["SECRET_KEY"]) == backup.about.key
