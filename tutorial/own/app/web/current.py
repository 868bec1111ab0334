"""Who is asking."""

from flask import session
from flask_login import login_user, logout_user
from sqlalchemy.orm import joinedload  #: 10

from app.extensions import db, login
from app.models import User


def sign_in(user: User, *, keep: bool) -> None:
    """Begin a session for ``user`` in this browser; nothing of an earlier one stays.

    :param keep: for 31 days, instead of until the browser is closed.
    """
    session.clear()
    session.permanent = keep
    login_user(user)


def sign_out() -> None:
    """End the session of this browser."""
    logout_user()
    session.clear()


@login.user_loader
def _load_user(key: str) -> User | None:
    if not key.isdecimal():
        return None
#: 8-9
    return db.session.get(User, int(key))
#:
#: 10
    # With the account, and in one query: every page asks what its reader may do.
    reader = db.select(User).where(User.id == int(key))
    return db.session.scalar(reader.options(joinedload(User.account)))
#:
