"""The database of the site as one SQLite file, as it was at one moment."""

from pathlib import Path

from sqlalchemy import Connection, create_engine, func, select

from app.extensions import db
from app.lib import sqlite_files
from app.web.backups import BackupFailed
from app.web.migrating import bring_up_to_date, newest, revision_of
from app.web.row_copies import copy, count, sequences


def taken(target: Path, progress) -> dict[str, int]:
    """Write the database to ``target``; the last numbers that PostgreSQL gave."""
    if db.engine.dialect.name == "sqlite":
        source = Path(db.engine.url.database)
        with progress("Database", sqlite_files.pages_of(source)) as done:
            sqlite_files.take(source, target, done)
        return {}
    with db.engine.connect() as connection:
        connection = connection.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        _demand_newest(connection)
        _copy(connection, target, progress)
        # A number that is given just now is skipped after a restore: no harm.
        return sequences(connection)


def size_of_database() -> int:
    """How many bytes the database takes at the moment."""
    if db.engine.dialect.name == "sqlite":
        place = Path(db.engine.url.database)
        return place.stat().st_size if place.exists() else 0
    with db.engine.connect() as connection:
        asked = func.pg_database_size(func.current_database())
        return connection.execute(select(asked)).scalar_one()


def _demand_newest(connection: Connection) -> None:
    """The rows are read as the program knows them."""
    if (found := revision_of(connection)) != newest():
        raise BackupFailed(
            f"The database is at migration {found or 'none'}, the program at"
            f" {newest()}. Run flask db upgrade, or use the program that matches."
        )


def _copy(source: Connection, target: Path, progress) -> None:
    engine = create_engine(f"sqlite:///{target}")
    try:
        bring_up_to_date(engine)
        with engine.begin() as connection, progress("Rows", count(source)) as done:
            copy(source, connection, done)
        with engine.connect() as connection:
            # One file, which needs no other beside it.
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
    finally:
        engine.dispose()
