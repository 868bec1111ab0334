"""The door: closed unless a view opens it."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, abort, current_app, request  #: 10
from flask import Flask, current_app, request  #: 8-9
from flask_login import current_user
from werkzeug.wrappers import Response

from app.extensions import login
from app.models.permissions import Permission, Visitor  #: 10
from app.web.programs import is_from_program  #: 20

View = TypeVar("View", bound=Callable[..., object])


def public(view: View) -> View:
    """Let people in who are not signed in."""
    view.is_public = True  # type: ignore[attr-defined]
    return view
#: 10


def permitted(permission: Permission) -> Callable[[View], View]:
    """Let people in who may do this; for all others the page does not exist."""

    def mark(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]
        return view

    return mark
#:


def is_public(endpoint: str | None) -> bool:
    return endpoint == "static" or bool(_mark("is_public", endpoint))  #: 8-21
    return bool(_mark("is_public", endpoint))  #: 22


def init_app(app: Flask) -> None:
    login.anonymous_user = Visitor  #: 10
    app.before_request(_guard)


def _mark(name: str, endpoint: str | None) -> object:
    return getattr(current_app.view_functions.get(endpoint or ""), name, None)


#: 8-9
def _guard() -> Response | None:
    """Send visitors to the sign-in page."""
    if request.url_rule is None or is_public(request.endpoint):
        return None
    return None if current_user.is_authenticated else login.unauthorized()
#:
#: 10
def _guard() -> Response | None:
    """Send visitors to the sign-in page, and members away from what is not theirs."""
#: 10-19
    if request.url_rule is None or is_public(request.endpoint):
        return None
#:
#: 20
    if request.url_rule is None or is_from_program() or is_public(request.endpoint):
        return None
#:
    if not current_user.is_authenticated:
        return login.unauthorized()
    needed = _mark("permission", request.endpoint)
    return abort(404) if needed and not current_user.can(needed) else None
#:
