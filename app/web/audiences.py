"""Whom a post can be for, in words; and the part of the sheet where it is chosen."""

from typing import Any, Final

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from app.models import Post
from app.models.audience import FOLLOWERS, PRIVATE, PUBLIC, UNLISTED
from app.web.forms import Form, HiddenLine, choices

NAMES: Final = {
    PUBLIC: _l("Everyone"),
    FOLLOWERS: _l("Followers"),
    UNLISTED: _l("Anyone with the link"),
    PRIVATE: _l("Only you"),
}
HINTS: Final = {
    PUBLIC: _l("On your page, on lists, found by search"),
    FOLLOWERS: _l("Only people who follow you"),
    UNLISTED: _l("Not listed anywhere"),
    PRIVATE: _l("Nobody else, whatever link they have"),
}


class AudiencePart(Form):
    """Who can read it. What was not touched here stays as another tab has set it."""

    visibility = RadioField(
        _l("Who can read it"), choices=choices(NAMES), default=PUBLIC
    )
    # What the page showed when it was opened.
    visibility_seen = HiddenLine()

    def __init__(self, *, obj: Post | None = None, **known: Any) -> None:
        super().__init__(obj=obj, **known)
        if obj is not None:
            self.visibility_seen.data = self.visibility.data

    def begin_elsewhere(self) -> None:
        """What is on the sheet becomes a post of its own, which nobody has seen."""
        self.visibility_seen.data = ""

    def lay_audience_on(self, post: Post) -> None:
        was_sent = bool(self.visibility.raw_data)
        if was_sent and self.visibility.data != self.visibility_seen.data:
            post.show_to(self.visibility.data)
