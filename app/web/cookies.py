"""Small choices that a browser remembers for its reader."""

from flask import after_this_request, current_app
from werkzeug.wrappers import Response

_YEAR = 365 * 24 * 3600


def remember(**choices: str) -> None:
    """Keep each of ``choices`` as a cookie for a year."""

    @after_this_request
    def _set(response: Response) -> Response:
        for name, value in choices.items():
            response.set_cookie(
                name,
                value,
                max_age=_YEAR,
                secure=current_app.config["SESSION_COOKIE_SECURE"],
                httponly=True,
                samesite="Lax",
            )
        return response
