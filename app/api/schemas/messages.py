"""What people say to each other in private."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.answers import moment
from app.api.schemas.fields import Line, Text, boxed, shown
from app.api.schemas.lists import paged
from app.api.schemas.people import PersonSchema
from app.api.schemas.strict import Strict
from app.models.conversation import MOST_PEOPLE
from app.models.message import MESSAGE_LONGEST


class MessageSchema(ma.Schema):
    """What somebody said in a conversation."""

    id = fields.Integer(required=True)
    author = fields.Nested(
        PersonSchema,
        required=True,
        allow_none=True,
        metadata={"description": "Null: somebody who left the site."},
    )
    mine = fields.Boolean(required=True)
    body = fields.String(
        required=True,
        metadata={"description": "Markdown; empty where it was taken back."},
    )
    html = fields.String(required=True, metadata={"description": "Safe to show."})
    createdAt = moment()
    takenBack = fields.Boolean(required=True)


class ConversationSchema(ma.Schema):
    """What two or more people say to each other in private."""

    id = fields.Integer(required=True)
    people = fields.Nested(
        PersonSchema,
        required=True,
        many=True,
        metadata={"description": "The others who are in it and on the site."},
    )
    alone = fields.Boolean(
        required=True, metadata={"description": "Whether it is one of two people."}
    )
    unread = fields.Boolean(required=True)
    muted = fields.Boolean(required=True)
    updatedAt = moment(description="When something was said last.")
    lastMessage = fields.Nested(MessageSchema, required=True, allow_none=True)


class OneConversationSchema(ConversationSchema):
    """A conversation by itself."""

    open = fields.Boolean(
        required=True,
        metadata={"description": "Whether somebody would get what one says there."},
    )


class NewConversationSchema(Strict):
    """To whom one writes, and what."""

    people = fields.List(
        Line(longest=100),
        required=True,
        validate=validate.Length(1, MOST_PEOPLE - 1),
        metadata={"description": "Usernames.", "example": ["bob"]},
    )
    body = Text(longest=MESSAGE_LONGEST, required=True)


class NewMessageSchema(Strict):
    """What one says."""

    body = Text(longest=MESSAGE_LONGEST, required=True)


ConversationAnswer = shown("conversation", OneConversationSchema)
Conversations = paged("conversations", ConversationSchema, "Conversations")
NewConversation = boxed("conversation", NewConversationSchema)
MessageAnswer = shown("message", MessageSchema)
Messages = paged("messages", MessageSchema, "Messages")
NewMessage = boxed("message", NewMessageSchema)
