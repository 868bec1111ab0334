"""What the RealWorld contract answers with."""

import marshmallow as ma
from marshmallow import fields

from app.api.schemas.fields import shown

_MOMENT = {"format": "date-time", "example": "2026-02-18T03:22:56.637Z"}


def moment(allow_none: bool = False, **known: object) -> fields.String:
    """A moment in UTC with three decimals."""
    metadata = {**_MOMENT, **known}
    return fields.String(required=True, allow_none=allow_none, metadata=metadata)


class UserSchema(ma.Schema):
    """Oneself, with the token that one acts with."""

    email = fields.String(required=True, metadata={"example": "ann@example.org"})
    token = fields.String(required=True, metadata={"example": "ink_9tT…"})
    username = fields.String(required=True, metadata={"example": "ann"})
    bio = fields.String(required=True, allow_none=True)
    image = fields.String(required=True, allow_none=True)


class ProfileSchema(ma.Schema):
    """Somebody, as others see them."""

    username = fields.String(required=True, metadata={"example": "ann"})
    bio = fields.String(required=True, allow_none=True)
    image = fields.String(required=True, allow_none=True)
    following = fields.Boolean(
        required=True, metadata={"description": "Whether the reader follows them."}
    )


class ArticleInListSchema(ma.Schema):
    """A post with a title, without its text."""

    slug = fields.String(required=True, metadata={"example": "the-tide-tables-100c"})
    title = fields.String(required=True, metadata={"example": "The tide tables"})
    description = fields.String(required=True)
    tagList = fields.List(fields.String(), required=True)
    createdAt = moment()
    updatedAt = moment()
    favorited = fields.Boolean(required=True)
    favoritesCount = fields.Integer(required=True, metadata={"minimum": 0})
    author = fields.Nested(ProfileSchema, required=True)


class ArticleSchema(ArticleInListSchema):
    """A post with a title."""

    body = fields.String(required=True, metadata={"description": "Markdown."})


class CommentSchema(ma.Schema):
    """What somebody said below a post."""

    id = fields.Integer(required=True)
    createdAt = moment()
    updatedAt = moment()
    body = fields.String(required=True, metadata={"description": "Markdown."})
    author = fields.Nested(ProfileSchema, required=True)


class ArticleList(ma.Schema):
    """A page of articles, newest first."""

    articles = fields.List(fields.Nested(ArticleInListSchema), required=True)
    articlesCount = fields.Integer(
        required=True,
        metadata={"minimum": 0, "description": "How many there are on all pages."},
    )


class TagList(ma.Schema):
    """Words under which articles are found, the last used first."""

    tags = fields.List(fields.String(), required=True)


UserAnswer = shown("user", UserSchema)
ProfileAnswer = shown("profile", ProfileSchema)
ArticleAnswer = shown("article", ArticleSchema)
CommentAnswer = shown("comment", CommentSchema)
CommentsAnswer = shown("comments", CommentSchema, many=True)
