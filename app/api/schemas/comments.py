"""Comments as they hang together, and what one says below posts."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.answers import ProfileSchema, moment
from app.api.schemas.errors import ErrorsSchema
from app.api.schemas.fields import Line, Text, boxed
from app.api.schemas.lists import Place, paged
from app.api.schemas.writing import Strict, Version
from app.models.comment import COMMENT_LONGEST
from app.models.comment_standing import WHY_LONGEST
from app.models.threads import OLDEST, SORTS

_STATES = ("open", "folded", "hidden", "deleted", "left", "unseen")


class ThreadCommentSchema(ma.Schema):
    """What somebody said, and what it answers."""

    id = fields.Integer(required=True)
    parentId = fields.Integer(
        required=True, allow_none=True, metadata={"description": "Null: the post."}
    )
    state = fields.String(
        required=True,
        validate=validate.OneOf(_STATES),
        metadata={
            "description": "Whether it can be read: if it is open, or folded away from "
            "others than who wrote the post. What is not is here for its answers' sake."
        },
    )
    body = fields.String(required=True, metadata={"description": "Markdown."})
    html = fields.String(required=True, metadata={"description": "Safe to show."})
    version = fields.Integer(required=True)
    createdAt = moment()
    updatedAt = moment()
    favorited = fields.Boolean(required=True)
    favoritesCount = fields.Integer(required=True, metadata={"minimum": 0})
    muted = fields.Boolean(
        required=True, metadata={"description": "Whether the reader wants it folded."}
    )
    furtherReplies = fields.Integer(
        required=True,
        metadata={"description": "So many more answer it than stand here."},
    )
    author = fields.Nested(ProfileSchema, required=True, allow_none=True)


class ThreadCommentAnswer(ma.Schema):
    """One comment."""

    comment = fields.Nested(ThreadCommentSchema, required=True)


class CommentConflict(ErrorsSchema):
    """What was sent over other words than those of now, which are here as well."""

    class Meta:
        title = "CommentConflict"

    comment = fields.Nested(ThreadCommentSchema)


class ThreadQuery(Place):
    """Which conversations are wanted."""

    sort = fields.String(load_default=OLDEST, validate=validate.OneOf(SORTS))


class NewThreadCommentSchema(Strict):
    """Something to be said below a post, or to somebody there."""

    body = Text(longest=COMMENT_LONGEST, required=True)
    parentId = fields.Integer(
        strict=True,
        allow_none=True,
        load_default=None,
        validate=validate.Range(1, 2**63 - 1),
    )


class CommentChangeSchema(Strict):
    """Other words for a comment."""

    body = Text(longest=COMMENT_LONGEST, required=True)
    version = Version()


class HidingSchema(Strict):
    """Why a comment is hidden."""

    why = Line(longest=WHY_LONGEST, blank=True, load_default="")


Comments = paged("comments", ThreadCommentSchema, "Comments")
NewThreadComment = boxed("comment", NewThreadCommentSchema)
CommentChange = boxed("comment", CommentChangeSchema)
Hiding = boxed("hiding", HidingSchema)
