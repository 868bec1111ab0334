from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import WebhookDelivery
from app.models.webhook import MOST
from app.web import audit, fresh_secrets, webhooks
from app.web.access import sudo
from app.web.find_webhooks import own_webhook
from app.web.headers import keep_nowhere
from app.web.limits import against_floods
from app.web.pagination import paginate
from app.web.webhook_form import WebhookForm

bp = Blueprint("webhooks", __name__, url_prefix="/settings/webhooks")


@bp.get("/")
def index():
    """List the reader's webhooks."""
    mine = db.session.scalars(current_user.webhooks()).all()
    return render_template("webhooks/index.html", webhooks=mine, most=MOST)


@bp.get("/new")
def new():
    """Ask where to, and what of."""
    return render_template("webhooks/new.html", form=WebhookForm())


@bp.post("/")
@sudo
@against_floods("60 per hour")
def create():
    """Make a webhook, and lead to the one page that shows its secret."""
    form = WebhookForm()
    made = form.validate() and webhooks.add(
        current_user, form.address.data, form.events.data
    )
    if not made:
        if not form.errors:
            form.address.errors = [_("That’s as many as fit. Remove one first.")]
        return render_template("webhooks/new.html", form=form), 422
    webhook, secret = made
    db.session.flush()
    fresh_secrets.keep(webhook, secret)
    audit.record("webhook.added", detail=webhook.address)
    db.session.commit()
    return redirect(url_for("webhooks.show", key=webhook.id), 303)


@bp.get("/<id:key>")
def show(key):
    """Show what a webhook was told and answered; its secret, if it was just made."""
    keep_nowhere()
    webhook = own_webhook(key)
    told = webhook.deliveries()
    return render_template(
        "webhooks/show.html",
        webhook=webhook,
        secret=fresh_secrets.taken(webhook),
        page=paginate(told, WebhookDelivery.created_at, WebhookDelivery.id),
        words=webhooks.WORDS,
    )


@bp.get("/<id:key>/edit")
def edit(key):
    """Show where to and what of, to be changed."""
    webhook = own_webhook(key)
    form = WebhookForm(obj=webhook)
    return render_template("webhooks/edit.html", form=form, webhook=webhook)


@bp.post("/<id:key>")
@sudo
def update(key):
    """Tell another address, or of other things."""
    webhook, form = own_webhook(key, lock=True), WebhookForm()
    if not form.validate():
        return render_template("webhooks/edit.html", form=form, webhook=webhook), 422
    webhook.change(form.address.data, form.events.data)
    audit.record("webhook.changed", detail=webhook.address)
    db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("webhooks.show", key=key), 303)


@bp.post("/<id:key>/delete")
def destroy(key):
    """Tell a program nothing any more, and forget what it was told."""
    webhook = own_webhook(key)
    audit.record("webhook.removed", detail=webhook.address)
    db.session.delete(webhook)
    db.session.commit()
    flash(_("Removed. It’s told nothing any more."), "success")
    return redirect(url_for("webhooks.index"), 303)
