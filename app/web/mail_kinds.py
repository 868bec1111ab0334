"""Letters that nobody has to get: who wants which, and how one is ended by a link.

What concerns the safety of an account is not among them: those letters always come.
"""

from typing import Any, Final

from flask import current_app
from flask_babel import lazy_gettext as _l
from itsdangerous import BadSignature, URLSafeSerializer

from app.extensions import db
from app.models import Account
from app.web.urls import absolute_url

DIGEST: Final = "digest"
#: What can be switched off, and what people call it.
KINDS: Final = {
    "mention": _l("Somebody mentions you"),
    "reply": _l("Somebody answers a comment of yours"),
    "comment": _l("Somebody comments on a post of yours"),
    "follow": _l("Somebody follows you"),
    "follow_request": _l("Somebody asks to follow you"),
    "follow_accepted": _l("Somebody lets you follow them"),
    "like": _l("Somebody likes what you wrote"),
    "repost": _l("Somebody reposts a post of yours"),
    "invitation_accepted": _l("Somebody joins with an invitation of yours"),
    "message": _l("A message for you has not been read for a while"),
    "post_out": _l("A post of yours has appeared at the time you chose"),
    DIGEST: _l("A digest of what is unread"),
}


def wants(account: Account, kind: str) -> bool:
    """Whether ``account`` wants letters of this ``kind``, a key of :data:`KINDS`."""
    return kind not in account.muted_mail


def unsubscribe_url(account: Account, kind: str) -> str:
    """The address that ends letters of this ``kind``, for good (RFC 8058).

    What it says is signed for this one purpose: whoever reads the letter may use it,
    signed in or not, and can do nothing else with it.
    """
    token = _signer().dumps([account.user_id, kind])
    return absolute_url("unsubscriptions.new", token=token)


def told_by(token: str) -> tuple[Account, str] | None:
    """Whose letters of which kind ``token`` ends; None where it was made up."""
    try:
        user_id, kind = _signer().loads(token)
    except (BadSignature, ValueError, TypeError):
        return None
    account = db.session.scalar(Account.of(user_id))
    return (account, kind) if account and kind in KINDS else None


def _signer() -> URLSafeSerializer:
    config: dict[str, Any] = current_app.config
    keys = [*reversed(config["SECRET_KEY_FALLBACKS"]), config["SECRET_KEY"]]
    return URLSafeSerializer(keys, salt="unsubscribe")
