"""Who is asking."""

from flask import Flask, session
from flask_login import login_user, logout_user
from sqlalchemy.orm import joinedload  #: 10

from app.extensions import db, login
from app.models import User


def init_app(app: Flask) -> None:
    login.login_view = "auth.new"
    login.login_message = None


def sign_in(user: User, *, keep: bool) -> None:
    """Begin a session for ``user`` in this browser; nothing of an earlier one stays.

    :param keep: until they sign out, instead of until the browser is closed.
    """
    session.clear()
    login_user(user, remember=keep)


def sign_out() -> None:
    """End the session of this browser."""
    logout_user()
    session.clear()


@login.user_loader
def _load_user(key: str) -> User | None:
#: 8-9
    return db.session.get(User, int(key))
#:
#: 10
    # With the account, and in one query: every page asks what its reader may do.
    with_account = joinedload(User.account, innerjoin=True)
    return db.session.get(User, int(key), options=[with_account])
#:
