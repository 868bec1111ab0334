"""A database for one run of the tests, on SQLite or PostgreSQL."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

import psycopg
from flask_migrate import upgrade

from app.extensions import db
from tests.support.source import ROOT

# Two checkouts may run their tests beside each other.
CHECKOUT = f"{crc32(str(ROOT).encode()):08x}"


@contextmanager
def scratch_database(server: str, name: str) -> Iterator[str]:
    """Give the address of an empty database, gone afterwards; empty for SQLite."""
    if not server.startswith("postgres"):
        yield ""
        return
    database = f"inklings_test_{CHECKOUT}_{name}"
    drop = f"DROP DATABASE IF EXISTS {database} WITH (FORCE)"
    _execute(server, drop, f"CREATE DATABASE {database}")
    yield f"{server.rsplit('/', 1)[0]}/{database}"
    _execute(server, drop)


class Migrated:
    """An empty database that all migrations have made; others are copies of it.

    To go through them takes seconds each time, and tests that want a site of their own
    are many.
    """

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def bring(self) -> None:
        """Bring the empty database of the application at hand up to date."""
        url = db.engine.url
        is_file = url.get_backend_name() == "sqlite"
        copy = self._copy_file if is_file else self._copy_database
        if kept := self._kept.get(url.get_backend_name()):
            db.engine.dispose()
            copy(kept, str(url.database))
        else:
            upgrade()
            db.session.remove()
            db.engine.dispose()
            self._kept[url.get_backend_name()] = self._keep(str(url.database), is_file)

    def _keep(self, database: str, is_file: bool) -> str:
        if is_file:
            folder = tempfile.mkdtemp()
            atexit.register(shutil.rmtree, folder)
            kept = str(Path(folder) / "migrated.sqlite")
            self._copy_file(database, kept)
            return kept
        kept = f"inklings_test_{CHECKOUT}_{os.getpid()}_migrated"
        self._copy_database(database, kept)
        atexit.register(self._drop, kept, _server())
        return kept

    def _copy_file(self, one: str, other: str) -> None:
        shutil.copyfile(one, other)

    def _copy_database(self, one: str, other: str) -> None:
        drop = f"DROP DATABASE IF EXISTS {other} WITH (FORCE)"
        _execute(_server(), drop, f"CREATE DATABASE {other} TEMPLATE {one}")

    def _drop(self, kept: str, server: str) -> None:
        _execute(server, f"DROP DATABASE IF EXISTS {kept} WITH (FORCE)")


def _execute(server: str, *statements: str) -> None:
    """Connect for a moment only: what waits meanwhile is shut out by a forced drop."""
    with psycopg.connect(server, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def _server() -> str:
    """Where the database of the application at hand is, by another one there."""
    url = db.engine.url.set(drivername="postgresql", database="postgres")
    return url.render_as_string(hide_password=False)


MIGRATED = Migrated()
