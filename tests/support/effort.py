"""What a statement costs the database, free of noise: for tests, where time is not.

On SQLite the steps of its virtual machine, on PostgreSQL the pages that it touches.
"""

import json
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Select, event

from app.extensions import db


def effort(query: Select[Any], **values: Any) -> int:
    """The cost of ``query`` with these ``values``, a number to compare."""
    if db.session.get_bind().dialect.name == "sqlite":
        return _steps(query, values)
    return _pages(query, values)


def _steps(query: Select[Any], values: dict[str, Any]) -> int:
    count = 0

    def step() -> None:
        nonlocal count
        count += 1

    driver: Any = db.session.connection().connection.driver_connection
    driver.set_progress_handler(step, 1)
    db.session.execute(query, values).all()
    driver.set_progress_handler(None, 1)
    return count


def _pages(query: Select[Any], values: dict[str, Any]) -> int:
    with _explained():
        # Uncached: the plan has other columns than the answer, which may be known.
        rows = (
            db.session.connection()
            .execute(query, values, execution_options={"compiled_cache": None})
            .scalar()
        )
    plan = rows[0] if isinstance(rows, list) else json.loads(rows)[0]
    return int(plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"])


@contextmanager
def _explained() -> Any:
    """Put the question how it would be answered in place of each question."""

    def ask(
        _conn: object, _cursor: object, statement: str, values: Any, *_: Any
    ) -> Any:
        if statement.startswith(("SELECT", "WITH")):
            statement = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}"
        return statement, values

    connection = db.session.get_bind()
    event.listen(connection, "before_cursor_execute", ask, retval=True)
    try:
        yield
    finally:
        event.remove(connection, "before_cursor_execute", ask)
