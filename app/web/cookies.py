"""Cookies as this site sets them: no script reads them, no other site sends them."""

from flask import after_this_request, current_app, request
from werkzeug.wrappers import Response

YEAR = 365 * 24 * 3600


def chosen(name: str) -> str:
    """What :func:`remember` has kept as ``name``; empty for nothing."""
    return request.cookies.get(cookie_name(name), "")


def remember(**choices: str) -> None:
    """Keep each of ``choices`` in the reader's browser for a year."""

    @after_this_request
    def _set(response: Response) -> Response:
        for name, value in choices.items():
            set_cookie(response, cookie_name(name), value, YEAR)
        return response


def cookie_name(name: str) -> str:
    """``name`` as browsers know it: over https bound to this host alone."""
    return f"{current_app.config['COOKIE_PREFIX']}{name}"


def set_cookie(response: Response, name: str, value: str, age: int | None) -> None:
    """Send a cookie along with ``response``.

    :param age: seconds to keep it for; None for until the browser closes, 0 to drop it.
    """
    response.set_cookie(
        name,
        value,
        max_age=age,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
