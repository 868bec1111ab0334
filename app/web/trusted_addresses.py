"""Addresses that are taken at their word: on a site where nobody confirms theirs.

There an address belongs to the account that gave it first, as if it had been confirmed.
What that costs is written down in ``docs/decisions/0044``.
"""

from flask import current_app
from flask_babel import gettext as _
from wtforms import Field
from wtforms.validators import ValidationError

from app.models import Account
from app.web import find


def addresses_are_trusted() -> bool:
    """Whether an address is its account's at once, and no secret where it is taken.

    Not to be mistaken for a site that sends no letters: there nobody has to confirm
    theirs either, but an address is nobody's until an admin vouches for it.
    """
    return not current_app.config["CONFIRM_ADDRESSES"]


def trust(account: Account) -> None:
    """Let a new ``account`` have its address, where addresses are trusted."""
    if addresses_are_trusted():
        account.confirm()


def is_taken(email: str) -> bool:
    """Whether somebody may be told that this address is another account's."""
    return addresses_are_trusted() and find.is_confirmed(email)


def check_address(field: Field) -> None:
    """Refuse the address of another account, where taken ones are no secret.

    :raises ValidationError: with a sentence that says what to do.
    """
    if is_taken(field.data):
        raise ValidationError(taken_address())


def taken_address() -> str:
    """What is said of an address that is another account's."""
    return _("Somebody has an account with this address. Is it you? Then sign in.")
