"""The secret of a webhook on its way to the one page that shows it."""

from typing import Final

from flask import session

from app.models import Webhook
from app.web.seals import sealed, unsealed

_KEY: Final = "fresh_secret"


def keep(webhook: Webhook, secret: str) -> None:
    """Let the next page show ``secret``, sealed in the page cookie until then."""
    session[_KEY] = sealed(f"{webhook.id} {secret}")


def taken(webhook: Webhook) -> str:
    """The secret that was just made for ``webhook``; empty at the second look."""
    whose, _, secret = (unsealed(session.pop(_KEY, "")) or "").partition(" ")
    return secret if whose == str(webhook.id) else ""
