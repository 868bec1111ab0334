"""What a test asks of the database."""

from contextlib import contextmanager

from sqlalchemy import event

from app.extensions import db


@contextmanager
def statements():
    """Every statement that is sent to the database meanwhile."""
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield seen
    event.remove(db.engine, "before_cursor_execute", note)
