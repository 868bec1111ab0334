"""How somebody could still sign in after they have given up one way."""

from flask_login import current_user
from sqlalchemy import func, select

from app.extensions import db
from app.models import Identity, Passkey
from app.web import passkeys
from app.web.providers import providers


def remain_without(given_up: Identity | Passkey) -> bool:
    """Whether the reader can sign in without this.

    No other request gives up another way until this one is done.
    """
    account = current_user.account
    account.lock_factors()
    return account.has_password or _count() > int(_counts(given_up))


def _count() -> int:
    """How many passkeys open the site, and names at providers that it knows."""
    names = select(func.count()).where(
        Identity.user_id == current_user.id, Identity.issuer.in_(_issuers())
    )
    keys = current_user.account.passkey_count if passkeys.are_possible() else 0
    return keys + (db.session.scalar(names) or 0)


def _counts(given_up: Identity | Passkey) -> bool:
    """Whether it is a way in at all: the settings may have closed it."""
    if isinstance(given_up, Passkey):
        return passkeys.are_possible()
    return given_up.issuer in _issuers()


def _issuers() -> list[str]:
    return [provider.issuer for provider in providers()]
