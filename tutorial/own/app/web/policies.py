"""What browsers are told that they may do with an answer."""

from flask import Flask, current_app
from werkzeug.wrappers import Response

_PAGE = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
_EVERYWHERE = {
    "Content-Security-Policy": "; ".join(_PAGE),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    # For browsers that are older than frame-ancestors.
    "X-Frame-Options": "DENY",
}
_YEAR = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    app.after_request(_say)


def _say(response: Response) -> Response:
    for name, value in _EVERYWHERE.items():
        # A view that knows better has said so itself.
        response.headers.setdefault(name, value)
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
    return response
