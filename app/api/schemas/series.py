"""What series look like, and what one says of them."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.answers import moment
from app.api.schemas.fields import Line, Text, boxed, shown
from app.api.schemas.lists import paged
from app.api.schemas.posts import PostInListSchema
from app.api.schemas.writing import Strict
from app.models.series import MOST_PARTS, SERIES_SUMMARY_LONGEST, SERIES_TITLE_LONGEST


class SeriesInListSchema(ma.Schema):
    """Posts that belong together, without the posts."""

    slug = fields.String(required=True, metadata={"example": "letters-home-100c"})
    title = fields.String(required=True)
    description = fields.String(required=True)
    url = fields.String(required=True, metadata={"format": "uri"})
    createdAt = moment()
    author = fields.String(
        required=True, metadata={"description": "The username.", "example": "ann"}
    )


class SeriesSchema(SeriesInListSchema):
    """Posts that belong together, in the order of their author."""

    posts = fields.List(fields.Nested(PostInListSchema), required=True)


def _posts(**known: object) -> fields.List:
    words = "The slugs of posts of one's own, in their order; what is not named leaves."
    return fields.List(
        fields.String(),
        validate=validate.Length(
            max=MOST_PARTS, error=f"has room for {MOST_PARTS} posts"
        ),
        metadata={"description": words},
        **known,  # type: ignore[arg-type]
    )


class NewSeriesSchema(Strict):
    """A series to be begun."""

    title = Line(longest=SERIES_TITLE_LONGEST, required=True)
    description = Text(longest=SERIES_SUMMARY_LONGEST, blank=True, load_default="")
    posts = _posts(load_default=list)


class SeriesChangeSchema(Strict):
    """What changes of a series; what is not named stays."""

    title = Line(longest=SERIES_TITLE_LONGEST)
    description = Text(longest=SERIES_SUMMARY_LONGEST, blank=True)
    posts = _posts()


SeriesList = paged("series", SeriesInListSchema, "SeriesList")
SeriesAnswer = shown("series", SeriesSchema)
NewSeries = boxed("series", NewSeriesSchema)
SeriesChange = boxed("series", SeriesChangeSchema)
