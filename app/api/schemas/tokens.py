"""What acts for somebody: tokens, applications, and browsers that are signed in."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.answers import moment
from app.api.schemas.fields import Line, boxed, shown
from app.api.schemas.lists import paged
from app.api.schemas.strict import Strict, Until
from app.models.access_token import NAME_LONGEST, PERSONAL, SIGN_IN, Scope

_SCOPES = {"description": "What it is good for.", "example": ["posts:read"]}


def _scopes():
    return fields.List(
        fields.String(validate=validate.OneOf(list(Scope))),
        required=True,
        validate=validate.Length(min=1, error="can't be blank"),
        metadata=_SCOPES,
    )


class TokenSchema(ma.Schema):
    """What acts for somebody; never itself."""

    id = fields.Integer(required=True)
    type = fields.String(
        required=True,
        validate=validate.OneOf([PERSONAL, SIGN_IN]),
        metadata={"description": "Made on purpose, or given for the password."},
    )
    name = fields.String(required=True, metadata={"example": "Backup script"})
    scopes = _scopes()
    current = fields.Boolean(
        required=True, metadata={"description": "Whether it is the one that asks."}
    )
    createdAt = moment()
    usedAt = moment(allow_none=True, description="To the hour; null: never.")
    expiresAt = moment(allow_none=True, description="Null: not by itself.")


class MadeTokenSchema(TokenSchema):
    """A token that was just made."""

    token = fields.String(
        required=True,
        metadata={"description": "Itself, this once.", "example": "ink_9tT…"},
    )


class NewTokenSchema(Strict):
    """A token to be made."""

    name = Line(longest=NAME_LONGEST, required=True)
    scopes = _scopes()
    expiresAt = Until()


class AllowedSchema(ma.Schema):
    """An application that somebody let in."""

    id = fields.Integer(required=True)
    name = fields.String(required=True, metadata={"example": "Quill"})
    website = fields.String(
        required=True, metadata={"example": "https://quill.example"}
    )
    scopes = _scopes()
    createdAt = moment()
    usedAt = moment(allow_none=True, description="To the hour; null: never.")


class SessionSchema(ma.Schema):
    """A browser in which somebody is signed in."""

    id = fields.Integer(required=True)
    device = fields.String(required=True, metadata={"example": "Firefox on Linux"})
    network = fields.String(
        required=True, metadata={"description": "Where it began, if that is known."}
    )
    createdAt = moment()
    seenAt = moment()
    expiresAt = moment()


Tokens = paged("tokens", TokenSchema, "Tokens")
NewToken = boxed("token", NewTokenSchema)
MadeToken = shown("token", MadeTokenSchema)
AllowedApplications = shown("applications", AllowedSchema, many=True)
Sessions = shown("sessions", SessionSchema, many=True)
