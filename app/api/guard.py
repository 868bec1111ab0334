"""The door for programs: a token, and what it is good for, before anything is read."""

from flask import current_app, request
from flask_login import current_user

from app.models.permissions import WRITE
from app.web.access import is_public
from app.web.current import current_token
from app.web.problems import refuse
from app.web.programs import shows_token


def ask_for_token():
    """Answer 401 and 403 before 404 and 422: who may not ask learns nothing else."""
    if request.method == "OPTIONS":
        return
    view = current_app.view_functions[request.endpoint]
    if current_user.is_authenticated:
        _ask_for_scope(getattr(view, "scope", None))
        _ask_for_right(getattr(view, "permission", None))
    elif shows_token():
        _turn_away("is invalid")
    elif not is_public(request.endpoint):
        _turn_away("is missing")


def _turn_away(why):
    # RFC 6750, section 3.
    error = ', error="invalid_token"' if why == "is invalid" else ""
    refuse(401, {"WWW-Authenticate": f'Bearer realm="api"{error}'}, token=why)


def _ask_for_scope(scope):
    if scope is not None and not current_token().allows(scope):
        said = f'Bearer realm="api", error="insufficient_scope", scope="{scope}"'
        refuse(403, {"WWW-Authenticate": said}, token=f"lacks the scope {scope}")


def _ask_for_right(permission):
    if permission is not None and not current_user.can(permission):
        why = "may not write here" if permission is WRITE else "may not do this"
        refuse(403, account=why)
