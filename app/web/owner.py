"""What the owner of an account learns by mail, so that nothing happens behind them."""

from typing import Any

from flask import current_app, request

from app.models import Account, AccountToken
from app.models.account_token import REVERT_EMAIL
from app.models.columns import now
from app.web import audit
from app.web.mail import post
from app.web.network import network
from app.web.outbox import defer
from app.web.urls import absolute_url


def ask_to_confirm(account: Account) -> None:
    """Have a letter sent with a link that confirms the address of ``account``.

    Whether the address is somebody's already is found out by the worker: the page has
    the same work either way. Call it when the account has its number.
    """
    if current_app.config["CAN_SEND_MAIL"]:
        defer("confirmation", user_id=account.user_id)


def tell(template: str, account: Account, **values: Any) -> None:
    """Write to the owner of ``account``, if its address is known to be theirs.

    One that nobody confirmed may be a stranger's: nothing is told there, and nobody
    has letters sent to it by what they do here.

    :param template: and the rest: as for :func:`app.web.mail.post`.
    """
    if account.is_confirmed:
        post(template, account, **values)


def move(account: Account, email: str) -> None:
    """Make ``email`` the address of ``account``, and send the old one a way back.

    An old one that nobody confirmed may be a stranger's: it is told nothing. Where
    another account has the new one, :func:`app.web.races.won` finds out.

    :param account: with its person.
    """
    if account.is_confirmed:
        token = AccountToken.issue(account, REVERT_EMAIL)
        link = absolute_url("address_reversals.edit", token=token)
        post("address_changed", account, link=link)
    audit.record("email.changed", account, f"{account.email} → {email}")
    account.move_to(email)


def warn(
    account: Account,
    what: object,
    *,
    detail: str = "",
    left: int | None = None,
    once: str = "",
) -> None:
    """Tell the owner of ``account`` ``what`` happened, as a sentence.

    :param what: lazily translated; it is read in the language of the account.
    :param detail: which of several it was, such as the name of a passkey.
    :param left: how many recovery codes are left, where that matters.
    :param once: a name for this letter: written twice, it is sent once.
    """
    tell("security_change", account, once=once, what=what, detail=detail, left=left)


def warn_of_new_device(account: Account, program: str = "") -> None:
    """Tell the owner of ``account`` that a browser signed in for the first time.

    :param program: what it calls itself, if it is none.
    """
    known = {"device": request.user_agent.string, "program": program}
    tell("new_device", account, **known, network=network(), moment=now())
