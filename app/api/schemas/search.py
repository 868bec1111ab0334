"""What one looks for, and what is found."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.lists import Place
from app.api.schemas.people import PersonSchema
from app.api.schemas.posts import PostInListSchema

POSTS, PEOPLE, TAGS = KINDS = ("posts", "people", "tags")
BEST, NEWEST = ORDERS = ("best", "newest")


class SearchQuery(Place):
    """What one looks for."""

    q = fields.String(
        load_default="",
        metadata={
            "description": "Words, as in the search of the site: `heron tide* -gull "
            '"kitchen door" from:ann tag:sea after:2025 title:water in:saved`.'
        },
    )
    type = fields.String(load_default=POSTS, validate=validate.OneOf(KINDS))
    order = fields.String(
        load_default=BEST,
        validate=validate.OneOf(ORDERS),
        metadata={"description": "How posts are ordered; people have one order."},
    )


class FoundTagSchema(ma.Schema):
    """A tag under which everybody finds something."""

    name = fields.String(required=True)
    label = fields.String(required=True)


class Found(ma.Schema):
    """What was found: under the name of the type that was looked for."""

    posts = fields.Nested(PostInListSchema, many=True)
    people = fields.Nested(PersonSchema, many=True)
    tags = fields.Nested(FoundTagSchema, many=True)
    next = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Where the next page begins; null on the last."},
    )
