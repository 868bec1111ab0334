"""The moment when two requests want the same thing and the database picks one."""

from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.web.current import start_over


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
