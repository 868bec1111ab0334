"""What the moderators are told of."""

from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.answers import moment
from app.api.schemas.fields import BLANK, Line, Text, boxed, shown
from app.api.schemas.strict import Strict
from app.models.address import SLUG_LONGEST
from app.models.report import REASONS, WORDS_LONGEST

#: What can be reported, and by which field it is found.
FOUND_BY = {"post": "slug", "comment": "id", "message": "id", "profile": "username"}
_LAST = 2**63 - 1


class NewReportSchema(Strict):
    """What is wrong with something."""

    about = fields.String(required=True, validate=validate.OneOf(list(FOUND_BY)))
    slug = Line(longest=SLUG_LONGEST + 14, metadata={"description": "Of a post."})
    id = fields.Integer(
        strict=True,
        validate=validate.Range(1, _LAST),
        metadata={"description": "Of a comment or a message."},
    )
    username = Line(longest=100, metadata={"description": "Of a profile."})
    reason = fields.String(required=True, validate=validate.OneOf(REASONS))
    words = Text(longest=WORDS_LONGEST, blank=True, load_default="")

    @ma.validates_schema
    def name_it(self, data: dict[str, Any], **_: Any) -> None:
        """A post is found by its slug, a person by their username."""
        if data.get("about") in FOUND_BY:
            field = FOUND_BY[data["about"]]
            if field not in data:
                raise ma.ValidationError(BLANK, field)


class ReportSchema(ma.Schema):
    """What one told the moderators of."""

    id = fields.Integer(required=True)
    about = fields.String(required=True, validate=validate.OneOf(list(FOUND_BY)))
    reason = fields.String(required=True)
    words = fields.String(required=True)
    createdAt = moment()


NewReport = boxed("report", NewReportSchema)
ReportAnswer = shown("report", ReportSchema)
