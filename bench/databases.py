"""Empty databases that are gone when the measuring is over."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from secrets import token_hex
from urllib.parse import urlsplit

import psycopg
from psycopg.sql import SQL, Identifier

_HERE = {"127.0.0.1", "localhost", "::1"}
_BACKENDS = "SELECT pid FROM pg_stat_activity WHERE datname = %s"


@dataclass(frozen=True)
class Database:
    """Where the site keeps its rows, and the processes that work for it there."""

    address: str
    description: str
    backends: Callable[[], list[int]]


@contextmanager
def scratch(server: str) -> Iterator[Database]:
    """A new database on ``server``; without one, the SQLite file of the site itself."""
    if not server:
        yield Database("", f"SQLite {sqlite3.sqlite_version}", lambda: [])
        return
    parts = urlsplit(server)
    # Elsewhere its processes could not be measured, and it is not ours to load.
    if parts.scheme != "postgresql" or parts.hostname not in _HERE:
        raise SystemExit("--database must be postgresql://user@127.0.0.1/, or nothing.")
    keeper = parts._replace(path=parts.path.strip("/") or "postgres").geturl()
    name = f"bench_{token_hex(6)}"
    with psycopg.connect(keeper, autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        try:
            yield _database(parts._replace(path=f"/{name}").geturl(), name, connection)
        finally:
            drop = SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name))
            connection.execute(drop)


def _database(address: str, name: str, connection: psycopg.Connection) -> Database:
    def backends() -> list[int]:
        return [pid for (pid,) in connection.execute(_BACKENDS, [name])]

    version = connection.info.parameter_status("server_version") or ""
    return Database(address, f"PostgreSQL {version.split()[0]}", backends)
