"""The door: closed unless a view opens it."""

from collections.abc import Callable
from typing import NoReturn, TypeVar

from flask import (
    Flask,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from app.extensions import login
from app.models.permissions import WRITE, Permission, Visitor
from app.web.current import current_session
from app.web.kept import sent_words
from app.web.problems import refuse
from app.web.programs import is_from_program
from app.web.site import current_site
from app.web.urls import this_path

View = TypeVar("View", bound=Callable[..., object])
Answer = Response | tuple[str, int] | None


def public(view: View) -> View:
    """Let people in who are not signed in."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def before_setup(view: View) -> View:
    """Answer even while the site has no first account; implies :func:`public`."""
    view.is_before_setup = True  # type: ignore[attr-defined]
    return public(view)


def sudo(view: View) -> View:
    """Let people in who have proved who they are in the last ten minutes."""
    view.is_sudo = True  # type: ignore[attr-defined]
    return view


def while_away(view: View) -> View:
    """Let people in who have stepped away: to come back, or to take things along."""
    view.is_while_away = True  # type: ignore[attr-defined]
    return view


def permitted(permission: Permission) -> Callable[[View], View]:
    """Let people in who may do this; for all others the page does not exist.

    That a site has authors is no secret: who may not write is told so.
    """

    def mark(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]
        return view

    return mark


def is_public(endpoint: str | None) -> bool:
    return bool(_mark("is_public", endpoint))


def init_app(app: Flask) -> None:
    login.anonymous_user = Visitor
    app.before_request(_lead_to_setup)
    app.before_request(_ask_back)
    app.before_request(_guard)


def _mark(name: str, endpoint: str | None) -> object:
    return getattr(current_app.view_functions.get(endpoint or ""), name, None)


def _lead_to_setup() -> Response | None:
    """The first visitor of an empty site is led to make the first account."""
    if request.url_rule is None or _mark("is_before_setup", request.endpoint):
        return None
    if current_site() is not None:
        return None
    if is_from_program():
        refuse(503, site="is not set up yet")
    return redirect(url_for("setup.new"), 303)


def _ask_back() -> Answer:
    """Ask somebody who was away whether they come back, before anything else."""
    if request.url_rule is None or _mark("is_before_setup", request.endpoint):
        return None
    if _mark("is_while_away", request.endpoint) or current_user.is_anonymous:
        return None
    if not current_user.is_away:
        return None
    if is_from_program():
        refuse(403, account="is away, or may not sign in at the moment")
    if request.method == "POST":
        return render_template("absences/show.html", kept=sent_words()), 403
    return redirect(url_for("absences.show", next=this_path()), 303)


def _guard() -> Answer:
    """Send visitors to the sign-in page, with whatever they had typed."""
    if request.url_rule is None or is_from_program() or is_public(request.endpoint):
        return None
    if request.method == "OPTIONS":
        return None
    if not current_user.is_authenticated:
        return login.unauthorized()
    return _guard_rights()


def _guard_rights() -> Answer:
    """Ask members for what the view demands: a permission, or who they are."""
    needed = _mark("permission", request.endpoint)
    if isinstance(needed, Permission) and not current_user.can(needed):
        _turn_away(needed)
    session = current_session()
    if _mark("is_sudo", request.endpoint) and not (session and session.is_proved):
        return login.needs_refresh()
    return None


def _turn_away(needed: Permission) -> NoReturn:
    if needed is not WRITE:
        abort(404)
    words = _("On this site only authors write. Those who run it can make you one.")
    abort(403, words)
