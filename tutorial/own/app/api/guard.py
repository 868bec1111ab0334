"""The door for programs: a token, before anything is read."""

from flask import request
from flask_login import current_user

from app.web.access import is_public
from app.web.problems import refuse
from app.web.programs import shows_token


def ask_for_token():
    """Answer 401 before 404 and 422: who may not ask learns nothing else."""
    if current_user.is_authenticated:
        return
    if shows_token():
        _turn_away("is invalid")
    if not is_public(request.endpoint):
        _turn_away("is missing")


def _turn_away(why):
    # RFC 6750, section 3: the answer says what to bring.
    refuse(401, {"WWW-Authenticate": 'Bearer realm="api"'}, token=why)
