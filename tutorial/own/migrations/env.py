"""How migrations reach the database of the site."""

import sys

from alembic import context
from flask import current_app
from sqlalchemy import event
#: 18

from app.models.search_index import is_ours
#:

database = current_app.extensions["migrate"].db


def say(step, **_rest) -> None:
    """Tell whoever gave the command what has been done, or undone."""
    if step.is_migration:
        done = "Done" if step.is_upgrade else "Undone"
        revision = step.up_revision
        print(f"{done} {revision.revision}: {revision.doc}", file=sys.stderr)


def prepare_sqlite(connection) -> None:
    """Give SQLite whole transactions, so that a migration that fails leaves nothing."""
    # What is set here shall hold for nobody else.
    connection.detach()
    # To change a table SQLite makes it anew; with keys on, dropping the old one would
    # delete every row that refers to it.
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.rollback()
    # By itself the driver begins a transaction before a write, and none for a table.
    connection.connection.dbapi_connection.isolation_level = None
    event.listen(connection, "begin", lambda it: it.exec_driver_sql("BEGIN"))


def run_online() -> None:
    with database.engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            prepare_sqlite(connection)
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_as_batch=is_sqlite,
            transaction_per_migration=True,
            transactional_ddl=True,
            compare_type=True,
            include_object=is_ours,  #: 18
            on_version_apply=say,
        )
        with context.begin_transaction():
            context.run_migrations()


run_online()
