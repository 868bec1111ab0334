"""What somebody has chosen for themself and their account."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.fields import Line, YesNo, boxed, shown
from app.api.schemas.strict import Strict
from app.lib import time_zones
from app.lib.crops import NEAREST
from app.models.reach import SENDERS
from app.web.locale import LANGUAGES


def _is_zone(name: str) -> None:
    if name and name not in time_zones.names():
        raise ma.ValidationError("is no time zone that is known here")


class SettingsSchema(Strict):
    """What somebody has chosen for themself and their account."""

    name = Line(longest=80, blank=True)
    location = Line(longest=80, blank=True)
    links = fields.List(
        Line(longest=1_500), metadata={"example": ["https://example.org"]}
    )
    language = fields.String(
        validate=validate.OneOf(["", *LANGUAGES]),
        metadata={"description": "Of letters and pages; empty: as the browser asks."},
    )
    timeZone = fields.String(
        validate=_is_zone,
        metadata={"example": "Europe/Berlin", "description": "Empty: UTC."},
    )
    asksBeforeFollow = YesNo(
        metadata={"description": "Whether one chooses who follows one."}
    )
    showsTies = YesNo(
        metadata={"description": "Whether others see whom one follows, and who one."}
    )
    suggested = YesNo(metadata={"description": "Whether one is suggested to others."})
    indexable = YesNo(metadata={"description": "Whether one is found by searching."})
    takesMessagesFrom = fields.String(validate=validate.OneOf(SENDERS))


class CropSchema(Strict):
    """Which part of a picture is shown, in percent; by default its middle."""

    zoom = fields.Float(load_default=100.0, validate=validate.Range(100, NEAREST))
    across = fields.Float(load_default=50.0, validate=validate.Range(0, 100))
    down = fields.Float(load_default=50.0, validate=validate.Range(0, 100))


class NewFaceSchema(Strict):
    """A picture of one's own, to be shown."""

    name = Line(
        longest=26,
        required=True,
        metadata={"description": "What the picture is called among one’s media."},
    )
    crop = fields.Nested(CropSchema, load_default=dict)


class FaceSchema(ma.Schema):
    """What is shown by now."""

    url = fields.String(required=True, metadata={"format": "uri"})


SettingsAnswer = shown("settings", SettingsSchema)
SettingsChange = boxed("settings", SettingsSchema)
NewFace = boxed("face", NewFaceSchema)
FaceAnswer = shown("face", FaceSchema)
