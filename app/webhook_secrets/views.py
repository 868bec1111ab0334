from flask import Blueprint, redirect, url_for

from app.extensions import db
from app.web import audit, fresh_secrets, webhooks
from app.web.access import sudo
from app.web.find_webhooks import own_webhook
from app.web.limits import against_floods

bp = Blueprint(
    "webhook_secrets", __name__, url_prefix="/settings/webhooks/<id:key>/secret"
)


@bp.post("/")
@sudo
@against_floods("60 per hour")
def create(key):
    """Make another secret; the one before is good for a day beside it."""
    webhook = own_webhook(key, lock=True)
    fresh_secrets.keep(webhook, webhooks.renew(webhook))
    audit.record("webhook.renewed", detail=webhook.address)
    db.session.commit()
    return redirect(url_for("webhooks.show", key=key), 303)
