"""How ``flask db`` reaches the database: always the one that the site is set to."""

from alembic import context
from flask import current_app

from app.models.search_index import is_ours

#: Any number, as long as nothing else of ours locks it.
MIGRATING = 1_836_410_471
database = current_app.extensions["migrate"].db


def run_online() -> None:
    """Run each migration in a transaction of its own."""
    with database.engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            # To change a table SQLite makes it anew; with keys on, dropping the old
            # one would delete every row that refers to it.
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.rollback()
        else:
            # Of several sites that start at once one migrates; the others wait for it
            # and find nothing left to do. The lock ends with the connection.
            connection.exec_driver_sql(f"SELECT pg_advisory_lock({MIGRATING})")
            connection.commit()
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_as_batch=is_sqlite,
            transaction_per_migration=True,
            compare_type=True,
            compare_server_default=False,
            include_object=is_ours,
        )
        with context.begin_transaction():
            context.run_migrations()
        if is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError(
                "A migration left a row that refers to none. Restore the backup."
            )


if context.is_offline_mode():
    raise SystemExit("Migrations need a database to look at: --sql is not supported.")
run_online()
