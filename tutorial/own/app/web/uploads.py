"""Requests that bring more than words."""

from flask import abort, make_response, request
from flask_login import current_user

from app.extensions import login


def make_room(most_bytes: int) -> None:
    """Let members send so much; of visitors nothing is taken in at all.

    Call it before anything reads the form, in a ``url_value_preprocessor``.
    """
    if current_user.is_anonymous:
        abort(make_response(login.unauthorized()))
    request.max_content_length = most_bytes
