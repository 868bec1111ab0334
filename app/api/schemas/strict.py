"""What requests beyond the contract have in common: they say what they do not know."""

from datetime import datetime, timedelta
from typing import Any

import marshmallow as ma
from marshmallow import fields

from app.models.columns import now

_FARTHEST = timedelta(days=3650)


class Strict(ma.Schema):
    """What was misspelled should not be lost in silence."""

    class Meta:
        unknown = ma.RAISE

    error_messages = {"unknown": "is not known here", "type": "must be an object"}


class Until(fields.AwareDateTime):
    """When something ends; null where it does not by itself."""

    def __init__(self, **known: Any) -> None:
        about = {"description": "A time to come, with its zone; null: not by itself."}
        super().__init__(
            allow_none=True, load_default=None, validate=_is_ahead, metadata=about
        )


def _is_ahead(moment: datetime) -> None:
    present = now()
    if not present < moment < present + _FARTHEST:
        raise ma.ValidationError("must be within the next ten years")
