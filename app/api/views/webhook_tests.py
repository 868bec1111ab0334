from app.api import webhooks as shapes
from app.api.blueprint import Blueprint, needs
from app.api.schemas.webhooks import DeliveryAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web import webhooks
from app.web.find_webhooks import own_webhook
from app.web.limits import for_each_member

bp = Blueprint("webhook_tests", __name__, "Whether a program hears what it is told.")


@bp.post("/webhooks/<row:key>/test")
@needs(Scope.WEBHOOKS)
@for_each_member("30 per hour")
@bp.answers(201, DeliveryAnswer)
@bp.fails(404)
def create(key):
    """Send a test to a program; what it answers is among its deliveries soon."""
    delivery = webhooks.test(own_webhook(key))
    db.session.commit()
    return {"delivery": shapes.delivery(delivery)}
