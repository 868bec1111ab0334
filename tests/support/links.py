"""Links out of letters, made without the letter, and what can happen to them."""

from datetime import timedelta

from app.extensions import db
from app.models import AccountToken, User
from app.models.columns import now

#: Every page that a letter leads to, by the purpose of its links.
PATHS = {
    "confirm_email": "/confirm-address/",
    "reset_password": "/forgotten-password/",
    "change_email": "/settings/email/",
    "revert_email": "/take-back-address/",
}


def link_for(person: User, purpose: str, email: str | None = None) -> str:
    """The path of a link that ``person`` was sent."""
    return PATHS[purpose] + token_for(person, purpose, email)


def token_for(person: User, purpose: str, email: str | None = None) -> str:
    token = AccountToken.issue(person.account, purpose, email)
    db.session.commit()
    return token


def let_expire() -> None:
    """Every link that was sent grows too old."""
    db.session.query(AccountToken).update({"expires_at": now() - timedelta(seconds=1)})
    db.session.commit()


def press(browser, path):
    """Open the page of a link and press its button."""
    return browser.visit(path).submit("main form")
