"""How often is too often."""

from collections.abc import Callable
from typing import Any

from flask import request
from werkzeug.wrappers import Response

from app.extensions import limiter
from app.lib.handles import normalized
from app.web.network import network

View = Callable[..., Any]


def against_guessing(view: View) -> View:
    """Limit refused attempts: per name and network, and per network."""
    view = limiter.limit(
        "5 per 15 minutes", key_func=_who_from_where, deduct_when=_refused
    )(view)
    return limiter.limit("50 per 15 minutes", key_func=network, deduct_when=_refused)(
        view
    )


def against_floods(amount: str) -> Callable[[View], View]:
    """Limit what one network may do with success, as in ``"5 per hour"``."""
    return limiter.limit(amount, key_func=network, deduct_when=_succeeded)


def _who_from_where() -> str:
    # As typed, not whose it is: a limit that knew would tell who is a member.
    return f"{normalized(request.form.get('identifier', ''))[:254]} {network()}"


def _refused(response: Response) -> bool:
    return response.status_code == 422


def _succeeded(response: Response) -> bool:
    return response.status_code < 400
