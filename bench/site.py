"""The site itself, filled and served from a temporary folder."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_hex

from flask import Flask
from sqlalchemy import Engine, insert, select, text

from app import create_app
from app.extensions import db
from app.models import Handle, User
from bench import conversation
from bench.databases import Database, scratch
from bench.pages import Places
from bench.population import Town
from bench.servers import ROOT, Server, serve
from config import Config

_NEVER = "100000000 per hour"


@dataclass(frozen=True)
class Site:
    """One filled site: behind gunicorn, and in this process for exact counts."""

    server: Server
    hello: Server
    database: Database
    app: Flask
    engine: Engine
    places: Places
    settings: dict[str, str]

    def processes(self) -> list[int]:
        """All that work for a request: gunicorn's workers, the database's backends."""
        return [*self.server.workers(), *self.database.backends()]


@dataclass(frozen=True)
class Filled:
    """An application with its population, and the settings that it was made with."""

    app: Flask
    engine: Engine
    database: Database
    places: Places
    settings: dict[str, str]


@contextmanager
def filled_site(size: str, server: str) -> Iterator[Site]:
    """A site with the population of ``size``, served; nothing of it is left."""
    with ExitStack() as stack:
        known = stack.enter_context(filled_app(size, server))
        log = Path(known.settings["INSTANCE_PATH"], "gunicorn.log")
        site = stack.enter_context(serve("bench.unlimited:app", known.settings, log))
        hello = stack.enter_context(serve("bench.hello:app", {}, log))
        yield Site(site, hello, **vars(known))


@contextmanager
def filled_app(size: str, server: str) -> Iterator[Filled]:
    """The same without its servers: an application of this process."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))
        database = stack.enter_context(scratch(server))
        config = Config(
            SECRET_KEY=token_hex(32),
            INSTANCE_PATH=folder,
            DATABASE_URL=database.address,
            # Counted as ever, and never enough.
            API_LIMIT=_NEVER,
            API_VISITOR_LIMIT=_NEVER,
        )
        settings = {name: str(value) for name, value in asdict(config).items()}
        _migrate(settings)
        app = create_app(config)
        with app.app_context():
            engine = db.engine
        stack.callback(engine.dispose)
        yield Filled(app, engine, database, _fill(engine, size), settings)


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
        conversation.fill(connection)
        # Each handle that anybody has, as whoever joins writes it down.
        names = select(User.handle, User.id, User.created_at)
        columns = ("handle", "user_id", "created_at")
        connection.execute(insert(Handle).from_select(columns, names))
    _settle(engine)
    with engine.connect() as connection:
        return Places.find(connection)


def _settle(engine: Engine) -> None:
    """Leave the database as it is on a site that has been up for a while."""
    if engine.dialect.name == "sqlite":
        with engine.begin() as connection:
            connection.execute(text("ANALYZE"))
    else:
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.execute(text("VACUUM ANALYZE"))
            # Rows came with their numbers: the next ones begin after them.
            for table in ("user", "post", "comment", "notification", "tag"):
                last = f'SELECT coalesce(max(id), 1) FROM "{table}"'  # noqa: S608
                place = f"pg_get_serial_sequence('\"{table}\"', 'id')"
                connection.execute(text(f"SELECT setval({place}, ({last}))"))
