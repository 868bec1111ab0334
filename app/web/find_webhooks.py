"""The reader's own webhooks, and what they were told; or 404."""

from flask import abort
from flask_login import current_user

from app.extensions import db
from app.models import Webhook, WebhookDelivery


def own_webhook(key: int, lock: bool = False) -> Webhook:
    """One of the reader's webhooks.

    :param lock: the worker does not change it until this request is done.
    """
    mine = current_user.webhooks().where(Webhook.id == key)
    found = db.session.scalar(mine.with_for_update() if lock else mine)
    return found if found is not None else abort(404)


def own_delivery(key: int, lock: bool = False) -> WebhookDelivery:
    """What one of the reader's webhooks was told, and that webhook."""
    mine = current_user.webhook_deliveries().where(WebhookDelivery.id == key)
    held = mine.with_for_update(of=WebhookDelivery) if lock else mine
    found = db.session.scalar(held)
    return found if found is not None else abort(404)
