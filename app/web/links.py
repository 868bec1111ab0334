"""Links out of letters: good once, kept by no cache, kind where they are no good."""

from typing import Final, NoReturn

from flask import abort, after_this_request, make_response, render_template
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager
from werkzeug.wrappers import Response

from app.extensions import db
from app.models import Account, AccountToken
from app.models.account_token import (
    CHANGE_EMAIL,
    CONFIRM_EMAIL,
    RESET_PASSWORD,
    REVERT_EMAIL,
)
from app.web.current import start_over
from app.web.headers import keep_nowhere

#: Where to ask for another link of the same purpose.
_AGAIN: Final = {
    CONFIRM_EMAIL: "confirmations.new",
    RESET_PASSWORD: "recoveries.new",
    CHANGE_EMAIL: "addresses.edit",
    REVERT_EMAIL: "recoveries.new",
}


def known(token: str, purpose: str) -> AccountToken | None:
    """The link with ``token``, good or not, with its account and its person.

    No cache keeps the page at its address, and no site is told of it.

    :param purpose: one of :data:`app.models.account_token.PURPOSES`.
    """
    keep_nowhere()
    after_this_request(_name_to_nobody)
    return behind(token, purpose)


def behind(token: str, purpose: str) -> AccountToken | None:
    """What :func:`known` gives, where there is no page."""
    links = AccountToken.behind(token, purpose).join(Account.user)
    person = contains_eager(AccountToken.account).contains_eager(Account.user)
    return db.session.scalar(links.options(person))


def usable(token: str, purpose: str) -> AccountToken:
    """The link with ``token``, or the page that says why it is no good."""
    link = known(token, purpose)
    if link is None or not link.is_valid:
        _refuse(link, purpose)
    return link


def spend(link: AccountToken) -> None:
    """Use ``link`` up, or show the page of a used one where another tab was faster."""
    purpose = link.purpose
    if not link.spend():
        start_over()
        _refuse(link, purpose, is_used=True)


def _refuse(link: AccountToken | None, purpose: str, is_used: bool = False) -> NoReturn:
    page = render_template(
        "links/show.html",
        words=_reason(link, is_used),
        purpose=purpose,
        again=_AGAIN[purpose],
    )
    abort(make_response(page, 404 if link is None else 410))


def _reason(link: AccountToken | None, is_used: bool) -> str:
    if link is None:
        return _(
            "A piece of it may be missing. Copy the whole address out of the mail."
        )
    if is_used or link.used_at:
        return _("It has been used. Such a link works once.")
    if link.is_expired:
        return _("It has grown too old. Such links are good for a short while.")
    return _("Something about the account has changed since it was sent.")


def _name_to_nobody(response: Response) -> Response:
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
