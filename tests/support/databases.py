"""A database for one run of the tests, on SQLite or PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from zlib import crc32

import psycopg

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
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(drop)
        connection.execute(f"CREATE DATABASE {database}")
        yield f"{server.rsplit('/', 1)[0]}/{database}"
        connection.execute(drop)
