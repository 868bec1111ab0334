from app.api import webhooks
from app.api.blueprint import Blueprint, needs
from app.api.schemas.webhooks import WebhookAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web.find_webhooks import own_webhook

bp = Blueprint(
    "webhook_pauses", __name__, "Programs that are told nothing for a while."
)


@bp.post("/webhooks/<row:key>/pause")
@needs(Scope.WEBHOOKS)
@bp.answers(200, WebhookAnswer)
@bp.fails(404)
def create(key):
    """Tell a program nothing for a while."""
    webhook = own_webhook(key, lock=True)
    webhook.pause()
    db.session.commit()
    return {"webhook": webhooks.shape(webhook)}


@bp.delete("/webhooks/<row:key>/pause")
@needs(Scope.WEBHOOKS)
@bp.answers(200, WebhookAnswer)
@bp.fails(404)
def destroy(key):
    """Tell it again what happens from now on."""
    webhook = own_webhook(key, lock=True)
    webhook.resume()
    db.session.commit()
    return {"webhook": webhooks.shape(webhook)}
