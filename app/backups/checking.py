"""Whether an archive is what was written, and the database in it is whole."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Error as SQLiteError

from app.backups.staging import staged
from app.lib import sqlite_files
from app.lib.backup_about import About, about_in
from app.lib.backup_archives import (
    ABOUT,
    CHUNK,
    DATABASE,
    KEY,
    MISSING,
    Damaged,
    checked,
    media_of,
    members,
)
from app.web.backups import BackupFailed
from app.web.migrating import is_known


@dataclass(frozen=True)
class Checked:
    """An archive in which nothing is wrong, with its database unpacked."""

    place: Path
    about: About
    database: Path
    #: Names and files of the pictures in it.
    media: list[tuple[str, str]]
    #: The secret key of the site; empty where it is not in it.
    key: str
    #: Files of pictures that were not there any more when it was made.
    missing: list[str]


@contextmanager
def unpacked(place: Path, progress) -> Iterator[Checked]:
    """Look through the archive at ``place``, and unpack its database for a while.

    :raises BackupFailed: when anything is wrong with it.
    """
    with staged(".check-") as stage:
        try:
            found = _checked(place, stage / "database.sqlite", progress)
        except (Damaged, SQLiteError) as error:
            raise BackupFailed(f"{place.name} cannot be used. {error}") from error
        except OSError as error:
            raise BackupFailed(f"{place.name} cannot be read: {error}") from error
        yield found


def _checked(place, database, progress) -> Checked:
    with progress("Checksums", place.stat().st_size) as done:
        names = checked(place, done)
    small = {ABOUT: b"", KEY: b"", MISSING: b""}
    for name, file in members(place):
        if name in small:
            small[name] = file.read()
        if name == DATABASE:
            about = about_in(small[ABOUT])
            _unpack(file, database, about.size)
            _look_through(database, about)
    if not {ABOUT, DATABASE} <= names.keys():
        raise Damaged("It holds no database.")
    return Checked(
        place=place,
        about=about,
        database=database,
        media=[found for name in names if (found := media_of(name))],
        key=small[KEY].decode(),
        missing=small[MISSING].decode().split(),
    )


def _unpack(file, database: Path, size: int) -> None:
    try:
        with gzip.open(file) as packed, database.open("wb") as target:
            while chunk := packed.read(CHUNK):
                target.write(chunk)
                if target.tell() > size:
                    raise Damaged("Its database is larger than it says.")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Damaged("Its database cannot be unpacked.") from error


def _look_through(database: Path, about: About) -> None:
    if not is_known(about.revision):
        raise BackupFailed(
            f"A newer version of the program has made it (migration {about.revision}):"
            " use that one, or a newer one."
        )
    if faults := sqlite_files.faults_of(database):
        raise Damaged(" ".join(faults))
    counts = sqlite_files.counts_of(database)
    wrong = [
        name
        for name in {*counts, *about.rows}
        if counts.get(name) != about.rows.get(name)
    ]
    if wrong:
        raise Damaged(f"{', '.join(sorted(wrong))}: there are other rows than it says.")
