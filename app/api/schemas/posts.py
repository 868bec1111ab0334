"""What posts of any kind look like: articles and notes, published or not."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.answers import ProfileSchema, moment
from app.api.schemas.errors import ErrorsSchema
from app.api.schemas.fields import shown
from app.models.audience import AUDIENCES, PUBLIC
from app.models.discussion import ANYONE, POLICIES

STATES = ("draft", "scheduled", "published", "hidden", "binned")


class PostInListSchema(ma.Schema):
    """A post without its text."""

    slug = fields.String(required=True, metadata={"example": "the-tide-tables-100c"})
    type = fields.String(required=True, validate=validate.OneOf(["article", "note"]))
    status = fields.String(
        required=True,
        validate=validate.OneOf(STATES),
        metadata={"description": "Of somebody else's always: published."},
    )
    url = fields.String(required=True, metadata={"format": "uri"})
    title = fields.String(
        required=True, metadata={"description": "Empty: a note has none."}
    )
    description = fields.String(required=True)
    excerpt = fields.String(
        required=True, metadata={"description": "How the text begins, in plain words."}
    )
    tagList = fields.List(fields.String(), required=True)
    visibility = fields.String(
        required=True, validate=validate.OneOf(AUDIENCES), metadata={"default": PUBLIC}
    )
    createdAt = moment()
    updatedAt = moment()
    publishedAt = moment(allow_none=True, description="To come: it is scheduled.")
    favorited = fields.Boolean(required=True)
    favoritesCount = fields.Integer(required=True, metadata={"minimum": 0})
    bookmarked = fields.Boolean(required=True)
    reposted = fields.Boolean(required=True)
    repostsCount = fields.Integer(required=True, metadata={"minimum": 0})
    commentsCount = fields.Integer(required=True, metadata={"minimum": 0})
    author = fields.Nested(ProfileSchema, required=True)


class CoverSchema(ma.Schema):
    """The picture above a text."""

    name = fields.String(required=True)
    url = fields.String(required=True, metadata={"format": "uri"})
    alt = fields.String(required=True)
    caption = fields.String(required=True)


class SeriesNameSchema(ma.Schema):
    """What a post is part of."""

    slug = fields.String(required=True, metadata={"example": "letters-home-100c"})
    title = fields.String(required=True)


class PostSchema(PostInListSchema):
    """A post with its text."""

    body = fields.String(required=True, metadata={"description": "Markdown."})
    html = fields.String(required=True, metadata={"description": "Safe to show."})
    version = fields.Integer(
        required=True, metadata={"description": "Goes up with every new text."}
    )
    replies = fields.String(
        required=True, validate=validate.OneOf(POLICIES), metadata={"default": ANYONE}
    )
    language = fields.String(required=True, metadata={"example": "de"})
    canonicalUrl = fields.String(
        required=True, metadata={"description": "Where it appeared first; or empty."}
    )
    showsHistory = fields.Boolean(
        required=True, metadata={"description": "Whether readers see earlier texts."}
    )
    closeCommentsAfterDays = fields.Integer(
        required=True, allow_none=True, metadata={"description": "Null: never."}
    )
    cover = fields.Nested(CoverSchema, required=True, allow_none=True)
    series = fields.Nested(SeriesNameSchema, required=True, allow_none=True)
    pinned = fields.Boolean(
        required=True, metadata={"description": "Whether the reader shows it first."}
    )


PostAnswer = shown("post", PostSchema)


class PostConflict(ErrorsSchema):
    """What was sent over another text than the one of now, which is here as well.

    In the bin nothing is changed: then there is none.
    """

    class Meta:
        title = "PostConflict"

    post = fields.Nested(PostSchema)
