"""The database: it answers, is new enough, up to date, whole, and knows the time."""

from pathlib import Path

from flask import current_app
from sqlalchemy import make_url, select, text

from app.doctor.folder import REMOTE, file_system
from app.extensions import db
from app.models.columns import now
from app.web.checkup import checkup, note, ok, wrong
from app.web.readiness import look_at_database
from app.web.recounting import COUNTED

#: With RETURNING in every statement, and as long as it gets repairs.
OLDEST = {"sqlite": (3, 35), "postgresql": (13,)}
#: Seconds between two clocks that nobody minds, and that break codes and links.
SLOW, WRONG_CLOCK = 5, 60
#: Of each counter so many rows are looked at.
SAMPLE = 1_000


@checkup("Database")
def answers():
    file = _sqlite_file()
    if file and not file.exists():
        yield wrong(f"{file} is not there yet. bin/run makes it.")
        return
    dialect = db.engine.dialect
    db.session.execute(text("SELECT 1"))
    there = dialect.server_version_info or ()
    shown = f"{dialect.name} {'.'.join(map(str, there))}"
    if there < OLDEST[dialect.name]:
        oldest = ".".join(map(str, OLDEST[dialect.name]))
        yield wrong(f"{shown} is too old. Inklings needs {oldest} or newer.")
    else:
        yield ok(f"{shown} answers.")


@checkup("Migrations")
def migrations():
    if _is_missing():
        return
    checks = {check.name: check for check in look_at_database(current_app)}
    if why := checks["migrations"].why:
        yield wrong(f"the database is {why}")
    else:
        yield ok("the database is up to date.")


@checkup("SQLite")
def sqlite():
    file = _sqlite_file()
    if file is None or not file.exists():
        return
    if (kind := file_system(file.resolve())) in REMOTE:
        yield wrong(
            f"{file} lies on {kind}, where locks fail. Move it to a local disk."
        )
    mode = db.session.scalar(text("PRAGMA journal_mode"))
    if mode != "wal":
        yield wrong(f"the journal is {mode}, not wal: readers wait for writers.")
    faults = db.session.scalars(text("PRAGMA quick_check(5)")).all()
    if faults != ["ok"]:
        yield wrong(f"the file is damaged ({faults[0]}). Restore the last backup.")
    else:
        yield ok("the file is whole.")


@checkup("PostgreSQL")
def postgresql():
    if db.engine.dialect.name != "postgresql":
        return
    encoding = db.session.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        yield wrong(f"the encoding is {encoding}. Make a database with UTF8.")
    made = text(
        "SELECT datcollversion, pg_database_collation_actual_version(oid) "
        "FROM pg_database WHERE datname = current_database()"
    )
    if db.engine.dialect.server_version_info >= (15,):
        before, present = db.session.execute(made).one()
        if before != present:
            yield wrong(
                f"the system sorts text as {present}, indexes were made with {before}. "
                "Run REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION."
            )
            return
    yield ok(f"{encoding}, sorted as when it was made.")


@checkup("Clock")
def clock():
    if db.engine.dialect.name != "postgresql":
        return
    seconds = abs((db.session.scalar(text("SELECT now()")) - now()).total_seconds())
    words = f"the database’s is {seconds:.1f} seconds off this machine’s"
    if seconds > WRONG_CLOCK:
        yield wrong(f"{words}: links and codes end too early or late. Use NTP on both.")
    elif seconds > SLOW:
        yield note(f"{words}. Use NTP on both.")
    else:
        yield ok(f"{words}.")


@checkup("Counters")
def counters():
    """The newest rows of each: what is wrong there is wrong elsewhere."""
    if _is_missing():
        return
    off = [noun for noun in COUNTED if any(map(_is_off, COUNTED[noun]()))]
    if off:
        yield note(f"{', '.join(off)} are counted wrongly: flask recount")
    else:
        yield ok(f"right, as far as the newest {SAMPLE:,} rows of each tell.")


def _is_off(counting):
    newest = select(counting.key).order_by(counting.key.desc()).limit(SAMPLE)
    keys = db.session.scalars(newest).all()
    some = counting.wrong(min(keys, default=1) - 1, max(keys, default=0))
    return db.session.scalar(some.limit(1)) is not None


def _is_missing():
    file = _sqlite_file()
    return file is not None and not file.exists()


def _sqlite_file():
    url = make_url(current_app.config["SQLALCHEMY_DATABASE_URI"])
    is_file = url.get_backend_name() == "sqlite" and url.database
    return Path(url.database) if is_file else None
