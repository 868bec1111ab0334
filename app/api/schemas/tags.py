"""What tags look like, beyond the words of the contract."""

import marshmallow as ma
from marshmallow import fields

from app.api.schemas.fields import shown
from app.api.schemas.lists import paged


class TagSchema(ma.Schema):
    """A word under which posts are found."""

    name = fields.String(required=True, metadata={"example": "sea"})
    label = fields.String(
        required=True,
        metadata={"description": "As it is written.", "example": "Sea"},
    )
    following = fields.Boolean(required=True)


TagAnswer = shown("tag", TagSchema)
FollowedTags = paged("tags", TagSchema, "FollowedTags")
