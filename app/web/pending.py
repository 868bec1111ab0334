"""Who is half signed in: the password was right, the second step is still to come."""

import hmac
from dataclasses import dataclass
from time import time
from typing import Final

from flask import session

from app.extensions import db
from app.lib.addresses import is_local_path
from app.lib.tokens import digest
from app.models import Account

#: Seconds that the second step may take.
PATIENCE: Final = 10 * 60
_KEY: Final = "pending"


@dataclass(frozen=True)
class Pending:
    """What was said at the first step."""

    account: Account
    keep: bool
    next: str


def begin(account: Account, *, keep: bool, next_path: str) -> Pending:
    """Remember in the signed page cookie that ``account`` passed the first step.

    :param keep: for 30 days of use instead of 12 hours, once it is signed in.
    :param next_path: where its person wanted to go.
    """
    session[_KEY] = {
        "id": account.user_id,
        "proof": _proof(account),
        "keep": bool(keep),
        "next": next_path,
        "at": int(time()),
    }
    return Pending(account, bool(keep), next_path)


def user_id() -> int | None:
    """Who the cookie says is half signed in, without a look at the account."""
    known = session.get(_KEY)
    if known is None or time() - known["at"] > PATIENCE:
        return None
    return int(known["id"])


def current() -> Pending | None:
    """Who is half signed in.

    None after ten minutes, after a new password, and when no factor is left to ask for.
    """
    key = user_id()
    account = db.session.scalar(Account.of(key)) if key is not None else None
    if account is None:
        return None
    known = session[_KEY]
    is_same = hmac.compare_digest(known["proof"], _proof(account))
    if not is_same or not account.has_second_factor:
        return None
    wanted = known["next"] if is_local_path(known["next"]) else "/"
    return Pending(account, known["keep"], wanted)


def end() -> None:
    """Forget the first step."""
    session.pop(_KEY, None)


def _proof(account: Account) -> str:
    """What changes with the password: the half of an old one opens nothing."""
    return digest(account.password_hash)
