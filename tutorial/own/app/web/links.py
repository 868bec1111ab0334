"""Links out of letters: signed, good for an hour, and dead with the next change."""

from datetime import timedelta
from hmac import compare_digest
from typing import NoReturn

from flask import abort, after_this_request, current_app, make_response, render_template
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from app.extensions import db
from app.models import Account

RESET_PASSWORD = "reset_password"  # noqa: S105
LIFETIME = timedelta(hours=1)


def issue(account: Account, purpose: str) -> str:
    """A token that stands for ``account`` as it is now, for this ``purpose`` alone."""
    return _signer(purpose).dumps([account.user_id, account.state])


def usable(token: str, purpose: str) -> Account:
    """The account that ``token`` stands for, or the page that says it is no good."""
    after_this_request(_name_to_nobody)
    try:
        seconds = int(LIFETIME.total_seconds())
        key, state = _signer(purpose).loads(token, max_age=seconds)
    except BadSignature:
        _refuse()
    account = db.session.scalar(Account.with_person().where(Account.user_id == key))
    if account is None or not compare_digest(account.state, state):
        _refuse()
    return account


def _signer(purpose: str) -> URLSafeTimedSerializer:
    """Signs with the site's key; what was signed for one purpose is void for others."""
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=purpose)


def _refuse() -> NoReturn:
    abort(make_response(render_template("links/show.html"), 410))


def _name_to_nobody(response: Response) -> Response:
    """No cache keeps the page at such an address, and no site is told of it."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
