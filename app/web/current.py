"""Who is asking: the browser's session, its user and their account, in one query."""

from flask import Flask, Request, after_this_request, current_app, g, request, session
from flask_login import current_user
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response

from app.extensions import db, login
from app.models import AccessToken, Account, LoginSession, User
from app.models.access_token import token_behind
from app.models.login_session import KEPT, session_behind
from app.web import devices
from app.web.afterwards import write_afterwards
from app.web.cookies import set_cookie
from app.web.hindrances import Hindered, hindrance
from app.web.network import network
from app.web.programs import is_from_program, presented_token
from app.web.shutting_out import end_sign_ins
from app.web.site import current_site


def init_app(app: Flask) -> None:
    login.init_app(app)
    # Sessions are rows here: Flask-Login needs neither its own cookie nor its guess
    # at who it was from the address and the browser's name.
    login.session_protection = None
    app.after_request_funcs[None].remove(login._update_remember_cookie)
    app.after_request(_note_visit)


def current_session() -> LoginSession | None:
    """The session that the browser's cookie names, if it is alive."""
    return g.get("login_session")


def current_token() -> AccessToken | None:
    """What the program that asks has shown, if it is alive; people show none."""
    # Who asks is found out with it.
    return g.get("access_token") if current_user.is_authenticated else None


def reader() -> User | None:
    """Who reads this page, for queries; None for a visitor."""
    found: User | None = current_user._get_current_object()
    return found if current_user.is_authenticated else None


def be_a_visitor() -> None:
    """Answer this request as to a stranger, whoever sent it; no cookie is read."""
    g._login_user = login.anonymous_user()


def as_reader() -> dict[str, int]:
    """What a query is executed with that was built for whoever reads."""
    return {"reader_id": current_user.id} if current_user.is_authenticated else {}


def sign_in(account: Account, *, keep: bool) -> None:
    """Begin a session for ``account`` in this browser; any earlier one ends.

    :param keep: for 30 days of use instead of 12 hours.
    :raises Hindered: when the account signs in nobody at the moment.
    """
    if found := hindrance(account):
        raise Hindered(found)
    _end_current()
    session.clear()
    # A person who has just joined gets their number from the database first.
    db.session.flush()
    token = LoginSession.begin(account.user, request.user_agent.string, keep, network())
    age = int(KEPT.total_seconds()) if keep else None
    after_this_request(lambda response: _with_cookie(response, token, age))
    devices.meet(account)


def rotate() -> None:
    """Go on with this session under another token, as after a change of rights.

    Call it where something is written anyway; the answer brings the new cookie.
    """
    known = current_session()
    if known is not None:
        token, age = known.rotate(), known.cookie_age
        after_this_request(lambda response: _with_cookie(response, token, age))


def end_other_sessions() -> None:
    """Sign the reader out everywhere but here, as after a change of the password."""
    known = current_session()
    if known is not None:
        end_sign_ins(known.user_id, but=known.id)


def end_sessions_of(account: Account) -> None:
    """Sign somebody out everywhere; the reader, if it is them, everywhere but here."""
    known = current_session()
    if known is not None and known.user_id == account.user_id:
        end_other_sessions()
        rotate()
    else:
        end_sign_ins(account.user_id)


def sign_out() -> None:
    """End the session of this browser; its cookie is worth nothing afterwards."""
    _end_current()
    session.clear()
    after_this_request(_without_cookie)


def start_over() -> None:
    """Undo what a request had begun when it failed, and load its reader once more.

    A rollback forgets what was loaded; the page that tells of it still has a reader.
    Where even that fails, the page is shown as to a visitor.
    """
    db.session.rollback()
    db.session.expunge_all()
    g.pop("_login_user", None)
    try:
        g._login_user = _load_user(request) or login.anonymous_user()
    except SQLAlchemyError:
        g._login_user = login.anonymous_user()


@login.request_loader
def _load_user(request: Request) -> User | None:
    user = _behind_token() if is_from_program() else _behind_cookie(request)
    if user and (site := current_site()):
        user.granted_to_all = site.granted_to_all
    return user


def _behind_token() -> User | None:
    """Whom a program acts for. No cookie is read: it would be any page's to send."""
    token = presented_token()
    g.access_token = token_behind(token) if token else None
    return g.access_token.user if g.access_token else None


def _behind_cookie(request: Request) -> User | None:
    token = request.cookies.get(current_app.config["LOGIN_COOKIE"])
    if not token:
        return None
    g.login_session = session_behind(token)
    if g.login_session is None:
        return None
    user: User = g.login_session.user
    if user.is_away and user.suspension():
        # Begun in the moment in which all others ended.
        g.login_session = None
        return None
    return user


def _end_current() -> None:
    token = request.cookies.get(current_app.config["LOGIN_COOKIE"], "")
    if known := session_behind(token):
        db.session.delete(known)
    # What is over is due no note, whose cookie would stand in for the next one's.
    g.pop("login_session", None)


def _note_visit(response: Response) -> Response:
    """Once an hour a visit moves the end of its session along, or of its token."""
    shown: AccessToken | None = g.get("access_token")
    if shown is not None and shown.is_due_a_note and response.status_code < 500:
        write_afterwards(AccessToken.use(shown.id, shown.kind))
    known = current_session()
    if known is None or not known.is_due_a_note or response.status_code >= 500:
        return response
    # What any cache may keep brings nobody's cookie to everybody.
    if response.cache_control.public:
        return response
    key, age = known.id, known.cookie_age
    token = request.cookies[current_app.config["LOGIN_COOKIE"]]
    write_afterwards(LoginSession.visit(key))
    return _with_cookie(response, token, age)


def _with_cookie(response: Response, token: str, age: int | None) -> Response:
    set_cookie(response, current_app.config["LOGIN_COOKIE"], token, age)
    return response


def _without_cookie(response: Response) -> Response:
    return _with_cookie(response, "", 0)
