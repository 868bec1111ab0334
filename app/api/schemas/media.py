"""Pictures: what is brought, and what is said of them."""

import marshmallow as ma
from flask_smorest.fields import Upload
from marshmallow import fields

from app.api.schemas.answers import moment
from app.api.schemas.fields import Line, boxed, shown
from app.api.schemas.lists import paged
from app.api.schemas.writing import Strict
from app.lib.pictures import ALT_LONGEST

ALT = {"description": "What one sees on it, for those who do not see it."}


class PictureSchema(ma.Schema):
    """A picture that one has brought."""

    name = fields.String(required=True)
    url = fields.String(required=True, metadata={"format": "uri"})
    markdown = fields.String(
        required=True, metadata={"description": "What one writes to show it."}
    )
    alt = fields.String(required=True, metadata=ALT)
    width = fields.Integer(required=True, metadata={"minimum": 1})
    height = fields.Integer(required=True, metadata={"minimum": 1})
    size = fields.Integer(
        required=True,
        metadata={"minimum": 0, "description": "In bytes, all its files together."},
    )
    createdAt = moment()


class NewPictureSchema(ma.Schema):
    """A picture to be kept."""

    class Meta:
        unknown = ma.EXCLUDE

    file = Upload(required=True, error_messages={"required": "can't be blank"})
    alt = Line(longest=ALT_LONGEST, blank=True, load_default="", metadata=ALT)


class AltSchema(Strict):
    """Other words for a picture."""

    alt = Line(longest=ALT_LONGEST, blank=True, required=True, metadata=ALT)


Pictures = paged("media", PictureSchema, "Pictures")
PictureAnswer = shown("picture", PictureSchema)
PictureChange = boxed("picture", AltSchema)
