"""How many statements a request sends to the database: exact, whatever the load."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import Engine, event

from bench.load import Request

_NOT_COUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA")


def count_statements(app: Flask, engine: Engine, request: Request) -> int:
    """Count what the second of two equal requests asks: the first has filled caches."""
    client = app.test_client(use_cookies=False)
    headers = {"Accept-Language": "en", **request.headers}
    asked = {"method": request.method, "data": request.body, "headers": headers}
    client.open(request.path, **asked)
    with _recorded(engine) as statements:
        status = client.open(request.path, **asked).status_code
    if status != request.status:
        raise RuntimeError(f"{request.path} answered {status}")
    return len(statements)


@contextmanager
def _recorded(engine: Engine) -> Iterator[list[str]]:
    statements: list[str] = []

    def record(_connection, _cursor, statement, *_):
        if not statement.lstrip().upper().startswith(_NOT_COUNTED):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", record)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", record)
