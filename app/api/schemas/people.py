"""What people look like on lists, and what there is between them and the reader."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.answers import ProfileSchema, moment
from app.api.schemas.fields import Line, boxed, shown
from app.api.schemas.lists import Place, paged
from app.api.schemas.strict import Strict, Until
from app.models.muted_word import LONGEST


class PersonSchema(ProfileSchema):
    """Somebody, and what there is between them and the reader."""

    name = fields.String(required=True, metadata={"example": "Ann Okafor"})
    url = fields.String(required=True, metadata={"format": "uri"})
    followsYou = fields.Boolean(required=True)
    requested = fields.Boolean(
        required=True, metadata={"description": "Whether the reader asks to follow."}
    )


class PeopleQuery(Place):
    """Which of the people are wanted."""

    q = Line(
        longest=100,
        blank=True,
        load_default="",
        metadata={"description": "How their name or username begins."},
    )


class RequestsQuery(Place):
    """Which requests are wanted."""

    box = fields.String(
        load_default="received", validate=validate.OneOf(["received", "sent"])
    )


class BlockSchema(ma.Schema):
    """Somebody with whom one wants to have nothing to do."""

    person = fields.Nested(PersonSchema, required=True)
    createdAt = moment()


class MuteSchema(BlockSchema):
    """Somebody of whom one wants to hear nothing on lists."""

    until = moment(allow_none=True, description="Null: until one says otherwise.")


class NewMuteSchema(Strict):
    """For how long one wants to hear nothing of somebody."""

    until = Until()


class NewMutedWordSchema(Strict):
    """A word, a phrase or a tag that one does not want to read of."""

    word = Line(longest=LONGEST, required=True, metadata={"example": "#spoilers"})
    until = Until()


class MutedWordSchema(ma.Schema):
    """A word, a phrase or a tag that one does not want to read of."""

    id = fields.Integer(required=True)
    word = fields.String(required=True)
    until = moment(allow_none=True, description="Null: until one says otherwise.")
    createdAt = moment()


PersonAnswer = shown("person", PersonSchema)
People = paged("people", PersonSchema, "People")
Blocks = paged("blocks", BlockSchema, "Blocks")
Mutes = paged("mutes", MuteSchema, "Mutes")
NewMute = boxed("mute", NewMuteSchema)
NewMutedWord = boxed("mutedWord", NewMutedWordSchema)
MutedWordAnswer = shown("mutedWord", MutedWordSchema)
MutedWords = shown("mutedWords", MutedWordSchema, many=True)
