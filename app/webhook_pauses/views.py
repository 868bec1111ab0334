from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.web.access import sudo
from app.web.find_webhooks import own_webhook

bp = Blueprint(
    "webhook_pauses", __name__, url_prefix="/settings/webhooks/<id:key>/pause"
)


@bp.post("/")
def create(key):
    """Tell a program nothing for a while."""
    own_webhook(key, lock=True).pause()
    db.session.commit()
    flash(_("Paused. What happens meanwhile isn’t sent."), "success")
    return redirect(url_for("webhooks.show", key=key), 303)


@bp.post("/delete")
@sudo
def destroy(key):
    """Tell it again what happens from now on."""
    own_webhook(key, lock=True).resume()
    db.session.commit()
    flash(_("It’s told again what happens from now on."), "success")
    return redirect(url_for("webhooks.show", key=key), 303)
