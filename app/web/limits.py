"""How often is too often."""

from collections.abc import Callable
from typing import Any

from flask import g, request
from flask_limiter.util import get_remote_address
from werkzeug.wrappers import Response

from app.extensions import db, limiter
from app.lib import sqlite_counters  # noqa: F401  (found by its scheme, sqlite3://)
from app.lib.plaintext import one_line
from app.models.account import claimed_by

View = Callable[..., Any]


def against_guessing(view: View) -> View:
    """Limit refused attempts: per account and address, per account, per address."""
    view = limiter.limit(
        "5 per 15 minutes", key_func=_who_from_where, deduct_when=_refused
    )(view)
    view = limiter.limit("25 per hour", key_func=_who, deduct_when=_refused)(view)
    return limiter.limit("50 per 15 minutes", deduct_when=_refused)(view)


def against_floods(amount: str) -> Callable[[View], View]:
    """Limit what one address may do with success, as in ``"5 per hour"``."""
    return limiter.limit(amount, deduct_when=_succeeded)


def _who() -> str:
    """The account that is tried, under whichever of its names; else what was typed."""
    typed = one_line(request.form.get("identifier", ""))[:254]
    if "tried_account" not in g:
        g.tried_account = db.session.scalar(claimed_by(typed))
    return str(g.tried_account.user_id if g.tried_account else typed or "-")


def _who_from_where() -> str:
    return f"{_who()} {get_remote_address()}"


def _refused(response: Response) -> bool:
    return response.status_code == 422


def _succeeded(response: Response) -> bool:
    return response.status_code < 400
