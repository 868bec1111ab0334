"""Codes that let others in."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.answers import moment
from app.api.schemas.fields import Line, boxed, shown
from app.api.schemas.lists import paged
from app.api.schemas.strict import Strict
from app.models.invitation import NOTE_LONGEST
from app.web.invitation_form import DAYS, PLACES


class InvitationSchema(ma.Schema):
    """A code that lets others in."""

    id = fields.Integer(required=True)
    code = fields.String(required=True)
    url = fields.String(required=True, metadata={"format": "uri"})
    note = fields.String(required=True)
    places = fields.Integer(required=True)
    placesLeft = fields.Integer(required=True)
    live = fields.Boolean(
        required=True, metadata={"description": "Whether it still lets somebody in."}
    )
    createdAt = moment()
    expiresAt = moment()


class NewInvitationSchema(Strict):
    """For whom it is, for how many and how long."""

    note = Line(longest=NOTE_LONGEST, blank=True, load_default="")
    places = fields.Integer(
        strict=True, load_default=1, validate=validate.OneOf(list(PLACES))
    )
    days = fields.Integer(
        strict=True, load_default=7, validate=validate.OneOf(list(DAYS))
    )


InvitationAnswer = shown("invitation", InvitationSchema)
Invitations = paged("invitations", InvitationSchema, "Invitations")
NewInvitation = boxed("invitation", NewInvitationSchema)
