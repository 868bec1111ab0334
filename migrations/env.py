"""How migrations reach the database: the one of the site, or one that is given.

Of several sites that start at once one migrates, in transactions that give way to
whoever is at work; the others wait. See docs/upgrading.md. ``app/web/migrating.py``
gives one: the copy in a backup, or where a site moves to.
"""

import fcntl
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from alembic import context
from flask import current_app
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from app.models.search_index import is_ours

#: Any number, as long as nothing else of ours locks it.
MIGRATING = 1_836_410_471
#: Whoever waits for a lock makes all wait who come after: two seconds of that at most,
#: then a pause in which they are served.
LOCK_TIMEOUT, PAUSE = "2s", 1
#: For a quarter of an hour, which outlasts any backup of a site of this size.
TRIES = 300
#: lock_not_available, deadlock_detected
IN_THE_WAY = {"55P03", "40P01"}
database = current_app.extensions["migrate"].db
given = context.config.attributes.get("engine")


def say(words: str) -> None:
    # What is given is not the site's: nobody asked how it gets on.
    if given is None:
        print(words, file=sys.stderr, flush=True)


@contextmanager
def alone(connection: Connection) -> Iterator[None]:
    """Be the only one who migrates this database."""
    if connection.dialect.name != "sqlite":
        with alone_on_postgresql(connection):
            yield
    elif file := connection.engine.url.database:
        with alone_on_sqlite(Path(f"{file}.migrating")):
            yield
    else:
        # In memory: there is nobody else.
        yield


@contextmanager
def alone_on_postgresql(connection: Connection) -> Iterator[None]:
    # Asked for again and again: an index that is built without locking the table waits
    # for whoever waits inside a statement, and that one would wait for the index. The
    # lock belongs to the connection that migrates: if one is lost, so is the other.
    question = f"SELECT pg_try_advisory_lock({MIGRATING})"
    is_first = True
    while not connection.exec_driver_sql(question).scalar():
        connection.rollback()
        if is_first:
            say("Another process is migrating the database: waiting for it.")
        is_first = False
        time.sleep(PAUSE)
    connection.commit()
    try:
        yield
    finally:
        # What is left of a failure; the connection may be gone as well.
        with suppress(OperationalError):
            connection.rollback()
            connection.exec_driver_sql(f"SELECT pg_advisory_unlock({MIGRATING})")
            connection.commit()


@contextmanager
def alone_on_sqlite(lock: Path) -> Iterator[None]:
    # The kernel lets go of it however this process ends.
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another process is migrating the database: waiting for it.")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def give_way(connection: Connection) -> None:
    """Let no transaction wait long for a lock.

    Nothing of it holds where there is no transaction: an index that is built
    concurrently keeps nobody waiting, and may wait itself.
    """
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")


def patiently(connection: Connection) -> None:
    """Migrate; a migration that had to give way is tried again, from its beginning."""
    for number in range(TRIES):
        try:
            migrate(connection)
            break
        except OperationalError as error:
            is_in_the_way = getattr(error.orig, "sqlstate", "") in IN_THE_WAY
            if not is_in_the_way or number == TRIES - 1:
                raise
        connection.rollback()
        if number == 0:
            say("A table is in use by a long query: trying again until it is not.")
        time.sleep(PAUSE)


def migrate(connection: Connection) -> None:
    """Run each migration in a transaction of its own."""
    context.configure(
        connection=connection,
        target_metadata=database.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=True,
        compare_type=True,
        compare_server_default=False,
        include_object=is_ours,
    )
    if is_newer(connection):
        return
    before = context.get_context().get_current_revision()
    connection.rollback()
    with context.begin_transaction():
        context.run_migrations()
    after = context.get_context().get_current_revision()
    connection.rollback()
    if after != before:
        say(f"The database went from {before or 'nothing'} to {after or 'nothing'}.")


def is_newer(connection: Connection) -> bool:
    """Whether a later version has migrated; then this one serves what is there."""
    heads = context.get_context().get_current_heads()
    connection.rollback()
    known = {script.revision for script in context.script.walk_revisions()}
    unknown = sorted(set(heads) - known)
    if not unknown or not wants_the_newest():
        return False
    say(
        f"The database is at {unknown[0]}, which a later version brought. This one goes"
        f" up to {context.get_head_revision()} and serves it: see docs/upgrading.md."
    )
    return True


def wants_the_newest() -> bool:
    try:
        return context.get_revision_argument() == context.get_head_revision()
    except KeyError:
        return False


def run_online() -> None:
    with (given or database.engine).connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            # To change a table SQLite makes it anew; with keys on, dropping the old
            # one would delete every row that refers to it.
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.rollback()
        else:
            event.listen(connection, "begin", give_way)
        with alone(connection):
            patiently(connection)
        if is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError(
                "A migration left a row that refers to none. Restore the backup."
            )


if context.is_offline_mode():
    raise SystemExit("Migrations need a database to look at: --sql is not supported.")
run_online()
