from app.api import pages, webhooks
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.webhooks import Deliveries, DeliveryAnswer
from app.extensions import db
from app.models import WebhookDelivery
from app.models.access_token import Scope
from app.web.find_webhooks import own_delivery, own_webhook
from app.web.limits import for_each_member
from app.web.pagination import paginate
from app.web.problems import refuse
from app.web.webhooks import send

bp = Blueprint("webhook_deliveries", __name__, "What programs were told.")


@bp.get("/webhooks/<row:key>/deliveries")
@needs(Scope.WEBHOOKS)
@bp.asks(Place)
@bp.answers(200, Deliveries)
@bp.fails(404)
def index(asked, key):
    """List what a program was told and what it answered, the latest first."""
    told, size = own_webhook(key).deliveries(), asked["limit"]
    page = paginate(told, WebhookDelivery.created_at, WebhookDelivery.id, size=size)
    return pages.answer("deliveries", page, webhooks.delivery)


@bp.post("/webhooks/deliveries/<row:key>")
@needs(Scope.WEBHOOKS)
@for_each_member("120 per hour")
@bp.answers(200, DeliveryAnswer)
@bp.fails(404, 409)
def create(key):
    """Send once more what arrived or failed; it keeps its name."""
    delivery = own_delivery(key, lock=True)
    if delivery.is_waiting:
        refuse(409, delivery="is on its way already")
    if delivery.webhook.is_paused:
        refuse(409, webhook="is paused")
    delivery.begin_again()
    send(delivery)
    db.session.commit()
    return {"delivery": webhooks.delivery(delivery)}
