"""What somebody is told of, and what they want to be told of."""

from collections.abc import Collection

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.answers import ProfileSchema, moment
from app.api.schemas.fields import YesNo, boxed, shown
from app.api.schemas.lists import Place, paged
from app.api.schemas.strict import Strict
from app.models.notification import FILTERED, OFFICIAL, SHELVES, SWITCHED
from app.models.notification_settings import PACES
from app.web.notification_choices import MAILED

_SHELVES = ["", *dict.fromkeys(SHELVES.values()), FILTERED]


class ShelfQuery(Place):
    """Which notifications are wanted."""

    shelf = fields.String(
        load_default="",
        validate=validate.OneOf(_SHELVES),
        metadata={"description": "Empty: everything but what is set aside."},
    )


class ShelfSchema(Strict):
    """Which notifications are read by now."""

    shelf = fields.String(load_default="", validate=validate.OneOf(_SHELVES))


class PlaceOfPostSchema(ma.Schema):
    """Which post something is about."""

    slug = fields.String(required=True)
    title = fields.String(required=True)
    url = fields.String(required=True, metadata={"format": "uri"})


class WordsOfCommentSchema(ma.Schema):
    """Which comment something is about."""

    id = fields.Integer(required=True)
    body = fields.String(required=True)


class DecisionSchema(ma.Schema):
    """What moderators did, and what they say of it."""

    what = fields.String(required=True, metadata={"example": "hide"})
    message = fields.String(required=True)


class NotificationSchema(ma.Schema):
    """Something that others did; those who did the same are one."""

    id = fields.Integer(required=True)
    kind = fields.String(
        required=True, validate=validate.OneOf([*SWITCHED, *sorted(OFFICIAL)])
    )
    people = fields.Nested(
        ProfileSchema,
        required=True,
        many=True,
        metadata={"description": "The last of those who did it, three at most."},
    )
    othersCount = fields.Integer(required=True, metadata={"minimum": 0})
    post = fields.Nested(PlaceOfPostSchema, required=True, allow_none=True)
    comment = fields.Nested(WordsOfCommentSchema, required=True, allow_none=True)
    decision = fields.Nested(DecisionSchema, required=True, allow_none=True)
    unread = fields.Boolean(required=True)
    updatedAt = moment(description="When the last of them did it.")


class UnreadSchema(ma.Schema):
    """How much is unread."""

    count = fields.Integer(
        required=True,
        metadata={"minimum": 0, "description": "More than a hundred are not counted."},
    )


def _kinds(names: Collection[str]) -> fields.List:
    return fields.List(
        fields.String(validate=validate.OneOf(list(names))),
        validate=validate.Length(max=len(names)),
    )


class NotificationSettingsSchema(Strict):
    """What one wants to be told of, by whom, and when by a letter."""

    onSite = _kinds(SWITCHED)
    byMail = _kinds(MAILED)
    onlyFollowed = YesNo(
        metadata={"description": "Set aside what people do whom one doesn’t follow."}
    )
    onlyFollowers = YesNo(
        metadata={"description": "Set aside what people do who don’t follow one."}
    )
    onlySettled = YesNo(
        metadata={"description": "Set aside what accounts do younger than a week."}
    )
    digest = fields.String(validate=validate.OneOf(PACES))
    digestDay = fields.Integer(
        strict=True,
        validate=validate.Range(0, 6),
        metadata={"description": "0 is Monday."},
    )
    digestHour = fields.Integer(strict=True, validate=validate.Range(0, 23))


Notifications = paged("notifications", NotificationSchema, "Notifications")
UnreadAnswer = shown("unread", UnreadSchema)
NotificationSettingsAnswer = shown(
    "settings", NotificationSettingsSchema, title="NotificationSettings"
)
NotificationSettingsChange = boxed("settings", NotificationSettingsSchema)
ReadUpTo = boxed("read", ShelfSchema)
