"""What is said of earlier texts, and of those that are only looked at."""

import marshmallow as ma
from marshmallow import fields

from app.api.schemas.answers import moment
from app.api.schemas.fields import shown
from app.api.schemas.lists import paged


class RevisionInListSchema(ma.Schema):
    """A text that a post had, but for the text itself."""

    number = fields.Integer(required=True, metadata={"minimum": 1})
    title = fields.String(required=True)
    description = fields.String(required=True)
    wordsAdded = fields.Integer(required=True, metadata={"minimum": 0})
    wordsRemoved = fields.Integer(required=True, metadata={"minimum": 0})
    restoredFrom = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "The number of the earlier one that it is again."},
    )
    createdAt = moment()
    publishedAt = moment(allow_none=True, description="From when others saw it.")


class RevisionSchema(RevisionInListSchema):
    """A text that a post had."""

    body = fields.String(required=True, metadata={"description": "Markdown."})


class PreviewSchema(ma.Schema):
    """What publishing would make of a text."""

    html = fields.String(required=True, metadata={"description": "Safe to show."})
    words = fields.Integer(required=True, metadata={"minimum": 0})


RevisionList = paged("revisions", RevisionInListSchema, "RevisionList")
RevisionAnswer = shown("revision", RevisionSchema)
PreviewAnswer = shown("preview", PreviewSchema)
