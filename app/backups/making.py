"""A backup of a site that people use meanwhile."""

import gzip
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Error as SQLiteError
from tempfile import TemporaryDirectory

from flask import current_app
from sqlalchemy.exc import DBAPIError

from app.backups.taking import size_of_database, taken
from app.extensions import db
from app.lib import sqlite_files
from app.lib.backup_about import About, fingerprint
from app.lib.backup_archives import (
    ABOUT,
    DATABASE,
    KEY,
    MISSING,
    PART,
    Archive,
    writing,
)
from app.lib.backup_names import Made, made_as, name_of
from app.lib.file_locks import locked
from app.lib.stores import StoreFailed
from app.web.backups import BackupFailed, BackupRuns, kept_key, quietly, reason
from app.web.pictures import store
from app.web.row_copies import CopyFailed

#: Names that nobody else gives: whoever names a folder may have other things there.
_STAGE, LOCK = ".inklings-making-", ".inklings.lock"
#: What a database takes on its way: itself, and what is packed, for which texts become
#: a quarter and hashes stay what they are.
_WITH_PACKED = 1.5
_PICTURES = "SELECT name, variants, weight FROM picture ORDER BY id"


def create(folder, *, with_media=True, is_nightly=False, progress=quietly):
    """Write an archive of the site into ``folder``; what was made.

    The database comes first and the pictures that it names second. One that is brought
    meanwhile is in neither; one that is deleted meanwhile is named as missing.

    :raises BackupFailed: with nothing left behind.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(folder / LOCK), _stage(folder) as stage:
            return _made(folder, stage, with_media, is_nightly, progress)
    except BlockingIOError as error:
        raise BackupRuns("Another backup is being made in this folder.") from error
    except (OSError, SQLiteError, DBAPIError, CopyFailed, StoreFailed) as error:
        raise BackupFailed(f"No backup was made: {reason(error)}") from error


@contextmanager
def _stage(folder: Path) -> Iterator[Path]:
    """A place for what is on its way; what a killed one left behind goes first."""
    for place in folder.glob(f"{_STAGE}*"):
        shutil.rmtree(place)
    for place in folder.glob(f".inklings-*{PART}"):
        place.unlink()
    with TemporaryDirectory(prefix=_STAGE, dir=folder) as stage:
        yield Path(stage)


def _made(folder, stage, with_media, is_nightly, progress) -> Made:
    database, packed = stage / "database.sqlite", stage / DATABASE
    at = datetime.now(UTC)
    _demand_room(folder, int(size_of_database() * _WITH_PACKED), is_nightly)
    sequences = taken(database, progress)
    if faults := sqlite_files.faults_of(database):
        raise BackupFailed(f"The database is damaged: {' '.join(faults)}")
    _pack(database, packed, progress)
    pictures = list(_pictures(database))
    media = sum(weight for *_, weight in pictures)
    with_media = _room(folder, packed.stat().st_size, media, with_media, is_nightly)
    name = name_of(at, is_nightly=is_nightly, has_media=with_media)
    about = _about(database, at, sequences, with_media)
    with writing(folder / name, at.timestamp()) as archive:
        archive.add(ABOUT, about.as_json())
        archive.add_file(DATABASE, packed)
        if about.has_key:
            archive.add(KEY, kept_key().encode())
        if with_media:
            _add_media(archive, pictures, progress)
    return made_as(folder / name)


def _pack(database: Path, packed: Path, progress) -> None:
    """Pictures are small already; texts become a quarter."""
    length = database.stat().st_size
    with (
        progress("Packing", length) as done,
        database.open("rb") as source,
        gzip.GzipFile(packed, "wb", compresslevel=6, mtime=0) as target,
    ):
        while chunk := source.read(1024 * 1024):
            target.write(chunk)
            done(len(chunk))


def _pictures(database: Path):
    for name, variants, weight in sqlite_files.rows_of(database, _PICTURES):
        yield name, json.loads(variants), weight


def _room(folder, texts, media, with_media, is_nightly):
    """Whether media find room; the night takes no more than half of what is left."""
    free = _allowance(folder, is_nightly)
    if with_media and texts + media > free and is_nightly:
        current_app.logger.error(
            "No room for a backup with pictures in %s: it takes %d MB, and leaves as"
            " much. This one is without.",
            folder,
            (texts + media) // 1_000_000,
        )
        with_media = False
    _demand_room(folder, texts + media * with_media, is_nightly)
    return with_media


def _allowance(folder, is_nightly):
    return shutil.disk_usage(folder).free // (2 if is_nightly else 1)


def _demand_room(folder, needed, is_nightly):
    free = _allowance(folder, is_nightly)
    if needed > free:
        raise BackupFailed(
            f"No room in {folder}: it takes {needed // 1_000_000 + 1} MB, and"
            f" {free // 1_000_000} MB are free{' for it' if is_nightly else ''}."
        )


def _about(database, at, sequences, with_media) -> About:
    key = current_app.config["SECRET_KEY"]
    return About(
        made_at=at.isoformat(timespec="seconds"),
        revision=_revision(database),
        database=db.engine.dialect.name,
        size=database.stat().st_size,
        rows=sqlite_files.counts_of(database),
        sequences=sequences,
        has_media=with_media,
        key=fingerprint(key),
        has_key=bool(kept_key()),
    )


def _revision(database: Path) -> str:
    found = sqlite_files.rows_of(database, "SELECT version_num FROM alembic_version")
    if not found:
        raise BackupFailed("There is no site here yet: nothing was ever migrated.")
    return found[0][0]


def _add_media(archive: Archive, pictures, progress) -> None:
    missing = []
    with progress("Pictures", len(pictures)) as done:
        for name, files, _weight in pictures:
            for file in files:
                data = store().get(name, file)
                if data is None:
                    missing.append(f"{name}/{file}\n")
                else:
                    archive.add_media(name, file, data)
            done(1)
    if missing:
        archive.add(MISSING, "".join(missing).encode())
