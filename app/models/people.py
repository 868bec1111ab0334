"""Which people a screen of those who run the site shows, named after the screens."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import defaultload, joinedload

from app.lib import handles
from app.models.account import Account
from app.models.admission import JoinRequest
from app.models.permissions import ROLES
from app.models.user import User


def accounts(words: str = "", kind: str = "") -> Select[Account]:
    """Everybody; or whose name, handle or address has ``words``, of one ``kind``.

    :param kind: a role, or "waiting" or "unconfirmed".
    """
    # Whether they are about to leave is said of each, though of nobody elsewhere.
    ends_at = defaultload(Account.user).undefer(User.ends_at)
    found = Account.with_person().options(ends_at)
    if words:
        found = found.where(_says(words))
    if kind in ROLES:
        return found.where(Account.role == kind)
    if kind == "waiting":
        return found.where(Account.approved_at.is_(None))
    if kind == "unconfirmed":
        return found.where(Account.confirmed_at.is_(None))
    return found


def account(handle: str) -> Select[Account]:
    """One of them, and who invited them."""
    invited_by = joinedload(Account.invited_by)
    return (
        accounts().where(User.handle == handles.normalized(handle)).options(invited_by)
    )


def requests() -> Select[JoinRequest]:
    """Who waits to be let in, with what they would sign in with."""
    account = joinedload(JoinRequest.user).joinedload(User.account)
    # The way back is in the session by then: it costs no statement.
    return select(JoinRequest).options(account.lazyload(Account.user))


def guests(inviter: User) -> Select[Account]:
    """Who came by an invitation of ``inviter`` and can be seen by others."""
    return (
        accounts()
        .where(Account.invited_by_id == inviter.id, User.is_here())
        .order_by(Account.created_at.desc(), Account.user_id.desc())
    )


def _says(words: str) -> ColumnElement[bool]:
    handle = words.removeprefix("@")
    return or_(
        User.handle.istartswith(handle, autoescape=True),
        User.name.icontains(words, autoescape=True),
        Account.email.icontains(words, autoescape=True),
    )
