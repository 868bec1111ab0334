"""Recovery codes on their way to the one page that shows them."""

from typing import Final

from flask import session

from app.models import Account
from app.web.announce import announce
from app.web.seals import sealed, unsealed

_KEY: Final = "fresh_codes"


def make(account: Account) -> None:
    """Replace the recovery codes of ``account``; the next page can show them once.

    They travel sealed in the page cookie: the database has only digests.
    """
    codes = account.make_recovery_codes()
    session[_KEY] = sealed("\n".join([str(account.user_id), *codes]))
    announce("recovery_codes.made", account)


def make_if_none(account: Account) -> bool:
    """Make recovery codes with the first factor; whether there was need."""
    if account.codes_left:
        return False
    make(account)
    return True


def taken(account: Account) -> list[str]:
    """The codes that were just made for ``account``; none at the second look."""
    whose, *codes = (unsealed(session.pop(_KEY, "")) or "").split("\n")
    return codes if whose == str(account.user_id) else []
