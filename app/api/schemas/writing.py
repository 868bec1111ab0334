"""What one writes beyond the contract. A name that is not known is refused."""

from typing import Any

from marshmallow import fields, validate

from app.api.schemas.fields import Line, Text, YesNo, boxed
from app.api.schemas.lists import Place
from app.api.schemas.posts import STATES
from app.api.schemas.requests import tags
from app.api.schemas.strict import Strict
from app.lib.languages import LANGUAGES
from app.lib.pictures import ALT_LONGEST
from app.models.address import SLUG_LONGEST
from app.models.audience import AUDIENCES
from app.models.cover import CAPTION_LONGEST
from app.models.discussion import POLICIES
from app.models.furniture import CANONICAL_LONGEST
from app.models.post import BODY_LONGEST, SUMMARY_LONGEST, TITLE_LONGEST
from app.models.repost import REMARK_LONGEST
from app.web.reply_part import LONGEST as MOST_DAYS

#: More than any row counts to.
_MOST = 2**31 - 1


class Version(fields.Integer):
    """Over which state of something it was written."""

    def __init__(self, **known: Any) -> None:
        words = "The version that it was written over: of another one this is a 409."
        about = {"description": words}
        fits = validate.Range(1, _MOST)
        super().__init__(strict=True, validate=fits, metadata=about, **known)


class CoverGivenSchema(Strict):
    """A picture of one's own, to stand above a text."""

    name = Line(longest=26, required=True)
    alt = Line(longest=ALT_LONGEST, blank=True, load_default="")
    caption = Line(longest=CAPTION_LONGEST, blank=True, load_default="")


class _Written(Strict):
    title = Line(
        longest=TITLE_LONGEST,
        blank=True,
        metadata={"description": "None makes it a note."},
    )
    description = Line(longest=SUMMARY_LONGEST, blank=True)
    body = Text(longest=BODY_LONGEST, blank=True, metadata={"description": "Markdown."})
    tagList = tags()
    visibility = fields.String(validate=validate.OneOf(AUDIENCES))
    replies = fields.String(validate=validate.OneOf(POLICIES))
    closeCommentsAfterDays = fields.Integer(
        strict=True, allow_none=True, validate=validate.Range(1, MOST_DAYS)
    )
    language = fields.String(validate=validate.OneOf(["", *LANGUAGES]))
    canonicalUrl = Line(
        longest=CANONICAL_LONGEST,
        blank=True,
        metadata={"example": "https://example.org/a-page"},
    )
    showsHistory = YesNo()
    cover = fields.Nested(CoverGivenSchema, allow_none=True)
    series = fields.String(
        allow_none=True,
        metadata={"description": "The slug of a series of one's own; null: none."},
    )
    slug = Line(
        longest=SLUG_LONGEST,
        metadata={"description": "By default the title makes it."},
    )
    publishAt = fields.AwareDateTime(
        allow_none=True,
        metadata={"description": "A time to come: then it appears by itself."},
    )


class NewPostSchema(_Written):
    """Something to be written, published or not."""

    status = fields.String(
        load_default="published", validate=validate.OneOf(["draft", "published"])
    )


class PostChangeSchema(_Written):
    """What changes of a post; what is not named stays."""

    status = fields.String(validate=validate.OneOf(["draft", "published"]))
    version = Version()


class PostQuery(Place):
    """Which of one's own posts are wanted."""

    status = fields.String(
        validate=validate.OneOf(STATES),
        metadata={"description": "By default all but those in the bin."},
    )
    type = fields.String(validate=validate.OneOf(["article", "note"]))


class NoteQuery(Place):
    """Which notes are wanted."""

    author = fields.String(metadata={"description": "The username of who wrote them."})


class RepostSchema(Strict):
    """What one says of a post that one shows to others."""

    remark = Text(
        longest=REMARK_LONGEST,
        blank=True,
        load_default="",
        metadata={"description": "As Markdown; nothing is enough."},
    )


class WordsSchema(Strict):
    """A text to be looked at."""

    body = Text(longest=BODY_LONGEST, blank=True, required=True)


NewPost = boxed("post", NewPostSchema)
PostChange = boxed("post", PostChangeSchema)
NewRepost = boxed("repost", RepostSchema)
Words = boxed("preview", WordsSchema)
