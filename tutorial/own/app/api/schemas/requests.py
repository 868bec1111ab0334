"""What the API takes. What it does not know of is let pass unread."""

import marshmallow as ma
from marshmallow import fields, validate

from app.api.schemas.fields import Line, Text, boxed
from app.models.post import BODY_LONGEST, TITLE_LONGEST


class ArticleQuery(ma.Schema):
    """Which articles are wanted."""

    author = fields.String(load_default="")
    limit = fields.Integer(load_default=20, validate=validate.Range(0, 100))
    # What lies before is read each time: nobody gets deeper.
    offset = fields.Integer(load_default=0, validate=validate.Range(0, 10_000))


class NewArticleSchema(ma.Schema):
    """An article to be published."""

    class Meta:
        unknown = ma.EXCLUDE

    title = Line(longest=TITLE_LONGEST, required=True)
    body = Text(longest=BODY_LONGEST, required=True)


NewArticle = boxed("article", NewArticleSchema)
