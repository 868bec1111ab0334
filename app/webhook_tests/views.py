from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.web import webhooks
from app.web.find_webhooks import own_webhook
from app.web.limits import for_each_member

bp = Blueprint(
    "webhook_tests", __name__, url_prefix="/settings/webhooks/<id:key>/tests"
)


@bp.post("/")
@for_each_member("30 per hour")
def create(key):
    """Send a test to a program of the reader's."""
    webhooks.test(own_webhook(key))
    db.session.commit()
    flash(_("On its way. Look again in a moment: the answer is listed here."))
    return redirect(url_for("webhooks.show", key=key), 303)
