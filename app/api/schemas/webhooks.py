"""Programs that are told what happens, and what they were told."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.answers import moment
from app.api.schemas.fields import Line, boxed, shown
from app.api.schemas.lists import paged
from app.api.schemas.strict import Strict
from app.models.webhook import ADDRESS_LONGEST, EVENTS, REASONS


def _events(**known: object) -> fields.List:
    event = fields.String(validate=validate.OneOf(EVENTS))
    fits = validate.Length(1, len(EVENTS))
    return fields.List(event, validate=fits, **known)  # type: ignore[arg-type]


def _address(**known: bool) -> Line:
    example = {"example": "https://example.org/in"}
    return Line(longest=ADDRESS_LONGEST, metadata=example, **known)


class WebhookSchema(ma.Schema):
    """A program that is told what happens."""

    id = fields.Integer(required=True)
    address = fields.String(required=True, metadata={"format": "uri"})
    events = _events(required=True)
    paused = fields.Boolean(required=True)
    pausedWhy = fields.String(
        required=True, allow_none=True, validate=validate.OneOf(REASONS)
    )
    failures = fields.Integer(
        required=True, metadata={"description": "In a row, by now."}
    )
    createdAt = moment()


class MadeWebhookSchema(WebhookSchema):
    """The same with its secret, which is shown once."""

    secret = fields.String(required=True)


class NewWebhookSchema(Strict):
    """Where to, and what of."""

    address = _address(required=True)
    events = _events(required=True)


class WebhookChangeSchema(Strict):
    """Where to, and what of; what is not named stays."""

    address = _address()
    events = _events()


class DeliverySchema(ma.Schema):
    """One thing that a program was told, and what it answered."""

    id = fields.Integer(required=True)
    name = fields.String(
        required=True,
        metadata={"description": "What it is called in `webhook-id`, at each try."},
    )
    event = fields.String(required=True)
    createdAt = moment()
    attempts = fields.Integer(required=True)
    triedAt = moment(allow_none=True)
    deliveredAt = moment(allow_none=True)
    failedAt = moment(allow_none=True)
    status = fields.Integer(required=True, allow_none=True)
    answer = fields.String(
        required=True, metadata={"description": "How the answer begins."}
    )
    duration = fields.Integer(
        required=True, allow_none=True, metadata={"description": "In milliseconds."}
    )
    silence = fields.String(
        required=True, metadata={"description": "Why there is no answer; or empty."}
    )


Webhooks = shown("webhooks", WebhookSchema, many=True)
WebhookAnswer = shown("webhook", WebhookSchema)
MadeWebhook = shown("webhook", MadeWebhookSchema, title="MadeWebhook")
NewWebhook = boxed("webhook", NewWebhookSchema)
WebhookChange = boxed("webhook", WebhookChangeSchema)
DeliveryAnswer = shown("delivery", DeliverySchema)
Deliveries = paged("deliveries", DeliverySchema, "Deliveries")
