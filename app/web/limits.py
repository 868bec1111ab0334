"""How often is too often."""

from collections.abc import Callable
from ipaddress import IPv4Address, ip_address, ip_network
from typing import Any

from flask import g, request
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
    return limiter.limit("50 per 15 minutes", key_func=network, deduct_when=_refused)(
        view
    )


def against_floods(amount: str) -> Callable[[View], View]:
    """Limit what one address may do with success, as in ``"5 per hour"``."""
    return limiter.limit(amount, key_func=network, deduct_when=_succeeded)


def network() -> str:
    """Where the visitor is: the address, or for IPv6 the /64 that one line has."""
    address = ip_address(request.remote_addr or "0.0.0.0")  # noqa: S104
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network((address, 64), strict=False))


def _who() -> str:
    """The account that is tried, under whichever of its names; else what was typed."""
    typed = one_line(request.form.get("identifier", ""))[:254]
    if "tried_account" not in g:
        g.tried_account = db.session.scalar(claimed_by(typed))
    return str(g.tried_account.user_id if g.tried_account else typed or "-")


def _who_from_where() -> str:
    return f"{_who()} {network()}"


def _refused(response: Response) -> bool:
    return response.status_code == 422


def _succeeded(response: Response) -> bool:
    return response.status_code < 400
