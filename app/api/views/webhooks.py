from flask_login import current_user

from app.api import webhooks
from app.api.blueprint import Blueprint, needs
from app.api.schemas.webhooks import (
    MadeWebhook,
    NewWebhook,
    WebhookAnswer,
    WebhookChange,
    Webhooks,
)
from app.extensions import db
from app.models.access_token import Scope
from app.web import audit
from app.web.find_webhooks import own_webhook
from app.web.limits import against_floods

bp = Blueprint("webhooks", __name__, "Programs that are told what happens.")


@bp.get("/webhooks")
@needs(Scope.WEBHOOKS)
@bp.answers(200, Webhooks)
def index():
    """List the reader's webhooks: ten at most."""
    mine = db.session.scalars(current_user.webhooks())
    return {"webhooks": [webhooks.shape(webhook) for webhook in mine]}


@bp.get("/webhooks/<row:key>")
@needs(Scope.WEBHOOKS)
@bp.answers(200, WebhookAnswer)
@bp.fails(404)
def show(key):
    """Show one webhook, without its secret."""
    return {"webhook": webhooks.shape(own_webhook(key))}


@bp.post("/webhooks")
@needs(Scope.WEBHOOKS)
@against_floods("60 per hour")
@bp.takes(NewWebhook)
@bp.answers(201, MadeWebhook)
def create(given):
    """Make a webhook. This answer alone has its secret."""
    webhook, secret = webhooks.add(given)
    db.session.commit()
    return {"webhook": {**webhooks.shape(webhook), "secret": secret}}


@bp.put("/webhooks/<row:key>")
@needs(Scope.WEBHOOKS)
@bp.takes(WebhookChange)
@bp.answers(200, WebhookAnswer)
@bp.fails(404)
def update(given, key):
    """Tell another address, or of other things; what is not named stays."""
    webhook = own_webhook(key, lock=True)
    webhooks.change(webhook, given)
    db.session.commit()
    return {"webhook": webhooks.shape(webhook)}


@bp.delete("/webhooks/<row:key>")
@needs(Scope.WEBHOOKS)
@bp.answers(204)
@bp.fails(404)
def destroy(key):
    """Tell a program nothing any more, and forget what it was told."""
    webhook = own_webhook(key)
    audit.record("webhook.removed", detail=webhook.address)
    db.session.delete(webhook)
    db.session.commit()
    return ""
