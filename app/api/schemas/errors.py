"""What a failure looks like."""

import marshmallow as ma
from marshmallow import fields


class ErrorsSchema(ma.Schema):
    """What is wrong, by the name of a field or a thing."""

    class Meta:
        title = "Errors"

    errors = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        required=True,
        metadata={"example": {"title": ["can't be blank"]}},
    )
