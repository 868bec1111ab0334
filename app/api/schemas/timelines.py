"""What timelines show."""

import marshmallow as ma
from marshmallow import fields

from app.api.schemas.answers import ProfileSchema, moment
from app.api.schemas.lists import paged
from app.api.schemas.posts import PostInListSchema


class PassedOnSchema(ma.Schema):
    """Somebody showed a post to their followers."""

    by = fields.Nested(ProfileSchema, required=True)
    remark = fields.String(
        required=True,
        metadata={"description": "What they say of it, as Markdown; or empty."},
    )
    remarkHtml = fields.String(
        required=True, metadata={"description": "The same, safe to show."}
    )
    createdAt = moment()


class HomeEntrySchema(ma.Schema):
    """A post, and what brought it: by itself, its author whom one follows."""

    post = fields.Nested(PostInListSchema, required=True)
    at = moment(description="When it came.")
    repost = fields.Nested(
        PassedOnSchema,
        required=True,
        allow_none=True,
        metadata={"description": "Who passed it on, if that brought it."},
    )
    tag = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "The tag one follows, if that brought it."},
    )


HomeEntries = paged("entries", HomeEntrySchema, "HomeEntries")
Posts = paged("posts", PostInListSchema, "Posts")
