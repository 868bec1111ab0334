"""What a test asks of the database."""  #: 9-12
"""What a test can say of the database: how often it was asked, and how it looked."""  #: 13

from contextlib import contextmanager

from sqlalchemy import event

from app.extensions import db
#: 16


@contextmanager
def changes(model, by):
    """The number of rows of ``model`` grows by this much, or the test fails."""
    before = _count(model)
    yield
    db.session.expire_all()
    grown = _count(model) - before
    assert grown == by, f"{model.__name__} rows changed by {grown}, not by {by}"
#:


@contextmanager
def statements():
    """Every statement that is sent to the database meanwhile."""  #: 9-12
    """Every statement that is sent to the database meanwhile, with its values."""  #: 13
    seen = []

#: 9-12
    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)
#:
#: 13
    def note(_connection, _cursor, statement, values, *_rest):
        seen.append((statement, values))
#:

    event.listen(db.engine, "before_cursor_execute", note)
    yield seen
    event.remove(db.engine, "before_cursor_execute", note)
#: 13


@contextmanager
def queries(at_most):
    """At most this many statements, or the test fails and shows them."""
    with statements() as seen:
        yield
    listed = "\n\n".join(statement for statement, _ in seen)
    assert len(seen) <= at_most, f"{len(seen)} statements, not {at_most}:\n{listed}"


def plan_of(statement, values):
    """How SQLite goes about a statement, a line a step."""
    with db.engine.connect() as connection:
        steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return [step.detail for step in steps]
#:
#: 16


def _count(model):
    return db.session.scalar(db.select(db.func.count()).select_from(model))
#:
