"""The site itself, filled and served from a temporary folder."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_hex

from flask import Flask
from sqlalchemy import Engine, text

from app import create_app
from app.extensions import db
from bench.databases import Database, scratch
from bench.pages import Places
from bench.population import Town
from bench.servers import ROOT, Server, serve
from config import Config


@dataclass(frozen=True)
class Site:
    """One filled site: behind gunicorn, and in this process for exact counts."""

    server: Server
    hello: Server
    database: Database
    app: Flask
    engine: Engine
    places: Places

    def processes(self) -> list[int]:
        """All that work for a request: gunicorn's workers, the database's backends."""
        return [*self.server.workers(), *self.database.backends()]


@contextmanager
def filled_site(size: str, server: str) -> Iterator[Site]:
    """A site with the population of ``size``; nothing of it is left afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, scratch(server) as database:
        config = Config(
            SECRET_KEY=token_hex(32), INSTANCE_PATH=folder, DATABASE_URL=database.address
        )
        settings = {name: str(value) for name, value in asdict(config).items()}
        _migrate(settings)
        app = create_app(config)
        with app.app_context():
            engine = db.engine
        try:
            places = _fill(engine, size)
            log = Path(folder, "gunicorn.log")
            with serve("wsgi:app", settings, log) as site, _hello(log) as hello:
                yield Site(site, hello, database, app, engine, places)
        finally:
            engine.dispose()


def _migrate(settings: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", "db", "upgrade"],
        cwd=ROOT,
        env={**os.environ, **settings},
        check=True,
        capture_output=True,
    )


def _fill(engine: Engine, size: str) -> Places:
    with engine.begin() as connection:
        Town.of(size).load(connection)
    is_sqlite = engine.dialect.name == "sqlite"
    # A site of this size has been vacuumed long ago: PostgreSQL reads less then.
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE" if is_sqlite else "VACUUM ANALYZE"))
    with engine.connect() as connection:
        return Places.find(connection)


@contextmanager
def _hello(log: Path) -> Iterator[Server]:
    with serve("bench.hello:app", {}, log) as server:
        yield server
