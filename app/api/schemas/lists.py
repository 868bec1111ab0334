"""Lists beyond the contract: which part is wanted, and what a page looks like."""

import marshmallow as ma
from marshmallow import fields, validate

from app.web.pagination import PAGE

#: So many rows has a page at most.
LONGEST_PAGE = 100


class Place(ma.Schema):
    """Which page of a list is wanted."""

    after = fields.String(
        metadata={"description": "What `next` said on the page before."}
    )
    limit = fields.Integer(load_default=PAGE, validate=validate.Range(1, LONGEST_PAGE))


def paged(name: str, schema: type[ma.Schema], title: str) -> type[ma.Schema]:
    """The schema of an answer that has a page of ``schema`` in the key ``name``."""
    rows = fields.Nested(schema, required=True, many=True)
    further = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Where the next page begins; null on the last."},
    )
    return type(title, (ma.Schema,), {name: rows, "next": further})
