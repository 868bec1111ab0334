"""What the RealWorld contract takes. What it does not know of is let pass unread."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.fields import Line, Secret, Text, boxed
from app.lib import emails, passwords
from app.lib.tags import LONGEST as TAG_LONGEST
from app.lib.tags import MOST as MOST_TAGS
from app.models.comment import COMMENT_LONGEST
from app.models.post import BODY_LONGEST, SUMMARY_LONGEST, TITLE_LONGEST

BIO_LONGEST, IMAGE_LONGEST = 1_000, 2_000
#: Deeper into a list one gets by a cursor alone: what lies before is read each time.
FARTHEST = 10_000


class _Lenient(ma.Schema):
    """Clients send back what they were given, with all that it holds."""

    class Meta:
        unknown = ma.EXCLUDE


class RegistrationSchema(_Lenient):
    """Who joins."""

    username = Line(longest=100, required=True, metadata={"example": "ann"})
    email = Line(
        longest=emails.LONGEST, required=True, metadata={"example": "ann@example.org"}
    )
    password = Secret(longest=passwords.LONGEST, required=True)
    invitation = Line(
        longest=100,
        blank=True,
        load_default="",
        metadata={"description": "A code, where one joins by invitation."},
    )
    reason = Text(
        longest=1_000,
        blank=True,
        load_default="",
        metadata={"description": "Why, where one has to be let in."},
    )


class SignInSchema(_Lenient):
    """Who signs in."""

    email = Line(
        longest=emails.LONGEST,
        required=True,
        metadata={"description": "The address, or the username."},
    )
    password = Secret(longest=passwords.LONGEST, required=True)


class UserChangeSchema(_Lenient):
    """What changes of oneself; what is not named stays."""

    email = Line(longest=emails.LONGEST)
    username = Line(longest=100)
    password = Secret(longest=passwords.LONGEST)
    bio = Text(longest=BIO_LONGEST, blank=True, allow_none=True)
    image = Line(longest=IMAGE_LONGEST, blank=True, allow_none=True)


def tags(**known: object) -> fields.List:
    """The tags of a post."""
    return fields.List(
        Line(longest=TAG_LONGEST),
        validate=validate.Length(max=MOST_TAGS, error="has room for ten tags"),
        error_messages={"null": "can't be null", "invalid": "must be a list"},
        **known,  # type: ignore[arg-type]
    )


class NewArticleSchema(_Lenient):
    """An article to be published."""

    title = Line(longest=TITLE_LONGEST, required=True)
    description = Line(longest=SUMMARY_LONGEST, required=True)
    body = Text(longest=BODY_LONGEST, required=True)
    tagList = tags(load_default=list)


class ArticleChangeSchema(_Lenient):
    """What changes of an article; what is not named stays."""

    title = Line(longest=TITLE_LONGEST)
    description = Line(longest=SUMMARY_LONGEST)
    body = Text(longest=BODY_LONGEST)
    tagList = tags()


class NewCommentSchema(_Lenient):
    """Something to be said below an article."""

    body = Text(longest=COMMENT_LONGEST, required=True)


class Stretch(_Lenient):
    """Which part of a list is wanted."""

    limit = fields.Integer(load_default=20, validate=validate.Range(0, 100))
    offset = fields.Integer(load_default=0, validate=validate.Range(0, FARTHEST))


class ArticleQuery(Stretch):
    """Which articles are wanted."""

    tag = fields.String()
    author = fields.String(metadata={"description": "The username of who wrote it."})
    favorited = fields.String(
        metadata={"description": "The username of somebody who likes it."}
    )


Registration = boxed("user", RegistrationSchema)
SignIn = boxed("user", SignInSchema)
UserChange = boxed("user", UserChangeSchema)
NewArticle = boxed("article", NewArticleSchema)
ArticleChange = boxed("article", ArticleChangeSchema)
NewComment = boxed("comment", NewCommentSchema)
