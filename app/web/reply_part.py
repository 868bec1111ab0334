"""Who may say something below a post, in words; and where its writer chooses it."""

from typing import Any, Final

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, RadioField
from wtforms.validators import NumberRange, Optional

from app.models import Post
from app.models.discussion import ANYONE, FOLLOWERS, MENTIONED, NOBODY
from app.web.forms import Form, HiddenLine, choices

NAMES: Final = {
    ANYONE: _l("Anyone who can read it"),
    FOLLOWERS: _l("People who follow you"),
    MENTIONED: _l("People whom it mentions"),
    NOBODY: _l("Nobody but you"),
}
LONGEST = 3650


class RepliesPart(Form):
    """Who may comment. What was not touched here stays as another tab has set it."""

    replies = RadioField(_l("Who can comment"), choices=choices(NAMES), default=ANYONE)
    # What the page showed when it was opened.
    replies_seen = HiddenLine()
    close_after_days = IntegerField(
        _l("Close comments after days"),
        [Optional(), NumberRange(1, LONGEST, _l("Between 1 and %(max)s days."))],
    )
    close_after_days_seen = HiddenLine()

    def __init__(self, *, obj: Post | None = None, **known: Any) -> None:
        super().__init__(obj=obj, **known)
        if obj is not None:
            self.replies_seen.data = self.replies.data
            self.close_after_days_seen.data = str(self.close_after_days.data or "")

    def lay_replies_on(self, post: Post) -> None:
        if self.replies.raw_data and self.replies.data != self.replies_seen.data:
            post.replies = self.replies.data
        sent, days = self.close_after_days.raw_data, self.close_after_days.data
        if sent and str(days or "") != self.close_after_days_seen.data:
            post.close_after_days = days
