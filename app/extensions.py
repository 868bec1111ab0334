"""The extensions, made here and bound to the application in ``create_app``."""

import sqlite3
from typing import Any

from flask import g, has_request_context, request
from flask_babel import Babel
from flask_caching import Cache
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import Connection, Engine, MetaData, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    # Names that migrations can rely on, the same on every database.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


# After a commit a view only answers: nothing needs to be read again.
db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
migrate = Migrate(db=db, render_as_batch=True)
csrf = CSRFProtect()
login = LoginManager()
limiter = Limiter(get_remote_address, strategy="fixed-window")
cache = Cache()
babel = Babel()


@event.listens_for(Engine, "connect")
def prepare_sqlite(connection: Any, _record: object) -> None:
    """Let readers work beside the writer; mind foreign keys, which SQLite forgets."""
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")


@event.listens_for(Engine, "begin")
def begin_sqlite(connection: Connection) -> None:
    """Take the write lock first, where something will be written.

    A transaction that begins by reading cannot wait for the lock later: SQLite
    refuses it at once when another writer was faster.
    """
    if connection.dialect.name == "sqlite":
        reads = has_request_context() and (
            request.method in {"GET", "HEAD", "OPTIONS"} or "only_reads" in g
        )
        reads = reads and "writes" not in g
        driver: Any = connection.connection.driver_connection
        begin = "BEGIN" if reads else "BEGIN IMMEDIATE"
        try:
            driver.execute(begin)
        except sqlite3.Error as error:
            # Who has not got the lock is told as of any other statement.
            raise OperationalError(begin, None, error) from error
