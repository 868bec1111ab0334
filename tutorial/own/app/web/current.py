"""Who is asking."""

#: 8-19
from flask import session
#:
#: 20-20
from flask import Request, session
#:
#: 8-20
from flask_login import login_user, logout_user
from sqlalchemy.orm import joinedload  #: 10
#:
#: 21
from flask import Request, g, request, session
#:

from app.extensions import db, login
#: 8-20
from app.models import User
#:
#: 20-20
from app.models.access_token import token_behind
from app.web.programs import is_from_program, presented_token
#:
#: 21
from app.models import LoginSession, User
from app.models.access_token import token_behind
from app.models.login_session import session_behind
from app.web.programs import is_from_program, presented_token

# Flask-Login would guess from the browser's name whether a cookie was stolen. A stolen
# one has a row here, which its owner ends.
login.session_protection = None


def current_session() -> LoginSession | None:
    """The session that the cookie of this browser names, if it is alive."""
    if "login_session" not in g:
        token = session.get("login")
        g.login_session = session_behind(token) if token else None
    return g.login_session
#:


def sign_in(user: User, *, keep: bool) -> None:
    """Begin a session for ``user`` in this browser; nothing of an earlier one stays.

    :param keep: for 31 days, instead of until the browser is closed.
    """
#: 8-20
    session.clear()
    session.permanent = keep
    login_user(user)
#:
#: 21
    sign_out()
    session.permanent = keep
    session["login"] = LoginSession.begin(user, request.user_agent.string, keep=keep)
#:


def sign_out() -> None:
#: 8-20
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
#:
#: 20-20


@login.request_loader
def _load_holder(_request: Request) -> User | None:
    return _behind_token() if is_from_program() else None
#:
#: 21
    """End the session of this browser; its cookie is worth nothing afterwards."""
    if known := current_session():
        db.session.delete(known)
    g.pop("login_session", None)
    session.clear()


@login.request_loader
def _load_user(_request: Request) -> User | None:
    """Who asks: of a program its token says so, of a browser its cookie."""
    if is_from_program():
        return _behind_token()
    known = current_session()
    return known.user if known else None
#:
#: 20


def _behind_token() -> User | None:
    """Whom a program acts for. Its cookies, if it has some, are not read at all."""
    token = presented_token()
    found = token_behind(token) if token else None
    return found.user if found else None
#:
