"""The moment when two requests want the same thing and the database picks one."""

from flask import g
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.web.current import start_over


def begin_writing() -> None:
    """Begin anew, as a request that will write although a GET asked for it.

    On SQLite such a transaction takes the lock before it reads, and can wait for it.
    """
    g.writes = True
    start_over()


def won() -> bool:
    """Write what is pending; False when another request was faster.

    The constraint in the table is the truth; what a form checked before is a courtesy
    that can be out of date by now. After False nothing of this request is written.
    """
    try:
        db.session.flush()
    except IntegrityError:
        start_over()
        return False
    return True
