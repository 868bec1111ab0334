"""What happens when two do the same at once."""

from sqlalchemy.exc import IntegrityError

from app.extensions import db


def won() -> bool:
    """Write what is pending; False when another request was faster.

    The constraint in the table is the truth; what a form checked before is a courtesy
    that can be out of date by now. After False nothing of this request is written.
    """
    try:
        db.session.flush()
    except IntegrityError:
        db.session.rollback()
        return False
    return True
