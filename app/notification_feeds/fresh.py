"""A secret address on its way to the one page that shows it."""

from typing import Final

from flask import session

from app.models import User
from app.web.seals import sealed, unsealed

_KEY: Final = "fresh_feed"


def keep(person: User, token: str) -> None:
    """Let the next page show ``token``, sealed in the page cookie until then."""
    session[_KEY] = sealed(f"{person.id} {token}")


def taken(person: User) -> str:
    """The token that was just made for ``person``; empty at the second look."""
    whose, _, token = (unsealed(session.pop(_KEY, "")) or "").partition(" ")
    return token if whose == str(person.id) else ""
