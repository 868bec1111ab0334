"""How webhooks look to programs, and how they are made and changed."""

from flask_login import current_user

from app.api.shapes import moment
from app.extensions import db
from app.models.webhook import MOST
from app.web import audit, webhooks
from app.web.problems import Problem, refuse
from app.web.webhook_form import WebhookForm


def shape(webhook):
    """A program that is told what happens; its secret is shown elsewhere, once."""
    return {
        "id": webhook.id,
        "address": webhook.address,
        "events": list(webhook.events),
        "paused": webhook.is_paused,
        "pausedWhy": webhook.paused_why or None,
        "failures": webhook.failures,
        "createdAt": moment(webhook.created_at),
    }


def delivery(told):
    """One thing that a program was told, and what it answered."""
    return {
        "id": told.id,
        "name": told.public_id,
        "event": told.event,
        "createdAt": moment(told.created_at),
        "attempts": told.attempts,
        "triedAt": told.tried_at and moment(told.tried_at),
        "deliveredAt": told.delivered_at and moment(told.delivered_at),
        "failedAt": told.failed_at and moment(told.failed_at),
        "status": told.status,
        "answer": told.answer,
        "duration": told.duration,
        "silence": told.silence,
    }


def add(given):
    """A new webhook of the reader, and its secret; the caller commits."""
    made = webhooks.add(current_user, *_checked(given))
    if made is None:
        refuse(422, webhook=f"is one too many: remove one of the {MOST} first")
    db.session.flush()
    audit.record("webhook.added", detail=made[0].address)
    return made


def change(webhook, given):
    """Tell another address, or of other things; what is not named stays."""
    known = {"address": webhook.address, "events": webhook.events}
    webhook.change(*_checked({**known, **given}))
    audit.record("webhook.changed", detail=webhook.address)


def _checked(given):
    """Address and events, by the rules of the form."""
    form = WebhookForm(blank=True, data=given)
    if not form.validate():
        raise Problem(422, {name: list(why) for name, why in form.errors.items()})
    return form.address.data, form.events.data
