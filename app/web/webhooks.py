"""Programs that are told what happens: their secrets, and how they are reached."""

from collections.abc import Callable, Collection
from datetime import datetime
from time import time
from typing import Any, Final

from flask import current_app
from flask_babel import lazy_gettext as _l

from app.extensions import db
from app.lib.fetching import Answer, post
from app.lib.reach import also_in
from app.lib.webhooks import headers, new_secret
from app.models import User, Webhook, WebhookDelivery
from app.models.columns import now
from app.models.webhook import (
    COMMENTED,
    DELETED,
    FOLLOWED,
    PUBLISHED,
    TEST,
    UPDATED,
    begin_delivery,
)
from app.web.outbox import defer
from app.web.seals import sealed, unsealed

Facts = Callable[[Any], dict[str, Any]]
#: What can be sent, and what people call it.
WORDS: Final = {
    PUBLISHED: _l("A post of yours can be read by others"),
    UPDATED: _l("A post of yours gets another text"),
    DELETED: _l("A post of yours can be read by others no longer"),
    COMMENTED: _l("Somebody says something below a post of yours"),
    FOLLOWED: _l("Somebody follows you"),
    TEST: _l("A test"),
}


def add(
    person: User, address: str, events: Collection[str]
) -> tuple[Webhook, str] | None:
    """Have ``address`` told of ``events``, and the secret, which is shown once.

    :returns: None where ``person`` has as many as there may be.
    """
    secret = new_secret()
    webhook = person.add_webhook(address, events, sealed(secret))
    return (webhook, secret) if webhook else None


def renew(webhook: Webhook) -> str:
    """Sign with another secret from now on; it is shown once."""
    secret = new_secret()
    webhook.renew(sealed(secret))
    return secret


def tell(
    user_id: int, event: str, about: Any, facts: Facts = lambda _about: {}
) -> None:
    """Leave it to the worker to tell the programs of somebody, if any asked for it.

    :param about: the post, the comment or the person.
    :param facts: says what can be looked up no more when it is sent.
    """
    for key, events in db.session.execute(Webhook.live_of(user_id)).all():
        if event in events:
            send(begin_delivery(key, event, about.id, facts(about)))


def send(delivery: WebhookDelivery, due_at: datetime | None = None) -> None:
    """Leave ``delivery`` to the worker, in the transaction at hand."""
    db.session.flush()
    defer("webhook", due_at=due_at, name=delivery.public_id)


def test(webhook: Webhook) -> WebhookDelivery:
    """Send something that means nothing; once, whether it arrives or not."""
    delivery = webhook.begin_delivery(TEST)
    send(delivery)
    return delivery


def speak(webhook: Webhook, name: str, body: bytes) -> Answer:
    """Send ``body``, signed; what is said to it.

    :raises Unheard: when nobody answers. See :func:`app.lib.fetching.post`.
    """
    config, timestamp = current_app.config, int(time())
    opened = (unsealed(secret) for secret in webhook.secrets_at(now()))
    proofs = headers(filter(None, opened), name, timestamp, body)
    said = {
        "Content-Type": "application/json",
        "User-Agent": f"Inklings (+{config['SITE_URL']})",
        **proofs,
    }
    may_reach = also_in(config["WEBHOOK_NETWORKS"])
    return post(webhook.address, body, said, may_reach)
