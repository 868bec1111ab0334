from app.api import webhooks as shapes
from app.api.blueprint import Blueprint, needs
from app.api.schemas.webhooks import MadeWebhook
from app.extensions import db
from app.models.access_token import Scope
from app.web import audit, webhooks
from app.web.find_webhooks import own_webhook
from app.web.limits import against_floods

bp = Blueprint("webhook_secrets", __name__, "What is told is signed with them.")


@bp.post("/webhooks/<row:key>/secret")
@needs(Scope.WEBHOOKS)
@against_floods("60 per hour")
@bp.answers(201, MadeWebhook)
@bp.fails(404)
def create(key):
    """Make another secret; the one before is good for a day beside it."""
    webhook = own_webhook(key, lock=True)
    secret = webhooks.renew(webhook)
    audit.record("webhook.renewed", detail=webhook.address)
    db.session.commit()
    return {"webhook": {**shapes.shape(webhook), "secret": secret}}
