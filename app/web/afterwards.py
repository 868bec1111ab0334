"""What is noted once an answer is made: a page that is read waits for no writing."""

from collections.abc import Callable

from flask import Flask, g
from sqlalchemy import Executable
from sqlalchemy.exc import OperationalError
from werkzeug.wrappers import Response

from app.extensions import db


def init_app(app: Flask) -> None:
    app.after_request(_write)


def after_answer(statement: Callable[[], Executable]) -> None:
    """Run the statement that is given then, once the answer to this request is made.

    For marks such as what somebody has seen: it has a transaction of its own, and is
    left undone where the answer is an error or the database has no time for it.
    """
    g.setdefault("afterwards", []).append(statement)


def write_afterwards(statement: Executable) -> None:
    """Run one statement in a short transaction of its own; leave it if that fails."""
    # The answer is made. A transaction that has read cannot wait for SQLite's lock.
    db.session.rollback()
    try:
        db.session.execute(statement, execution_options={"synchronize_session": False})
        db.session.commit()
    except OperationalError:
        db.session.rollback()


def _write(response: Response) -> Response:
    statements = g.pop("afterwards", [])
    if response.status_code < 400:
        for statement in statements:
            write_afterwards(statement())
    return response
