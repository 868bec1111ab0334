import json

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.web import webhooks
from app.web.find_webhooks import own_delivery
from app.web.limits import for_each_member
from app.web.webhook_bodies import body_of

bp = Blueprint(
    "webhook_deliveries", __name__, url_prefix="/settings/webhooks/deliveries"
)


@bp.get("/<id:key>")
def show(key):
    """Show what a program was told, how it went, and what it answered."""
    delivery = own_delivery(key)
    body = body_of(delivery)
    told = body and json.dumps(json.loads(body), ensure_ascii=False, indent=2)
    return render_template(
        "webhook_deliveries/show.html",
        delivery=delivery,
        webhook=delivery.webhook,
        told=told,
        words=webhooks.WORDS,
    )


@bp.post("/<id:key>")
@for_each_member("120 per hour")
def create(key):
    """Send once more what arrived or failed; it keeps its name."""
    delivery = own_delivery(key, lock=True)
    if delivery.is_waiting:
        abort(409, _("It’s on its way already."))
    if delivery.webhook.is_paused:
        abort(409, _("This webhook is paused. Have it told again first."))
    delivery.begin_again()
    webhooks.send(delivery)
    db.session.commit()
    flash(_("On its way. Look again in a moment."))
    return redirect(url_for("webhook_deliveries.show", key=key), 303)
