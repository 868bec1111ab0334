"""For how long something is to hold: a while, or until it is taken back."""

from datetime import datetime, timedelta
from typing import Final

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from app.models.columns import now
from app.web.forms import choices

#: Days, by what people call them; none for no end.
SPANS: Final = {
    "": _l("Until I change it"),
    "1": _l("A day"),
    "7": _l("A week"),
    "30": _l("A month"),
}


class HowLongField(RadioField):
    """A choice of :data:`SPANS`."""

    def __init__(self, label: object, **more: object) -> None:
        super().__init__(label, choices=choices(SPANS), default="", **more)

    @property
    def until(self) -> datetime | None:
        """The end, counted from now; None for no end."""
        return now() + timedelta(days=int(self.data)) if self.data else None
