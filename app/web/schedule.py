"""The part of the sheet that says when a text appears by itself."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import Length, ValidationError

from app.lib.time_zones import zone_of
from app.lib.wall_time import SkippedTimeError, moment_of, wall_time
from app.models import Post
from app.models.columns import now
from app.web.clock import chosen_time_zone
from app.web.filters import moment as written
from app.web.forms import Form, HiddenLine, LineField
from app.web.publishing import publish

FARTHEST = timedelta(days=10 * 365)


class SchedulePart(Form):
    """When it appears. What was not touched here stays as another tab has set it."""

    publish_on = LineField(_l("Publish on"), [Length(max=40)])
    # What the page showed when it was opened, and the clock that it was read from:
    # the time is meant as the page said it, whatever zone is chosen by now.
    publish_on_seen = HiddenLine()
    publish_on_zone = HiddenLine()

    if TYPE_CHECKING:
        do: HiddenLine

        @property
        def publishes(self) -> bool: ...

    def __init__(self, *, obj: Post | None = None, **known: Any) -> None:
        super().__init__(obj=obj, **known)
        if not self.publish_on.raw_data:
            self._show_plan(obj)

    def _show_plan(self, post: Post | None) -> None:
        zone = chosen_time_zone()
        plan = post.published_at if post and post.is_scheduled else None
        shown = wall_time(plan, zone_of(zone)) if plan else ""
        self.publish_on.data = self.publish_on_seen.data = shown
        self.publish_on_zone.data = zone

    @property
    def planned(self) -> datetime | None:
        """The time to come that was chosen just now, if one was."""
        chosen = self.publish_on.data
        if not chosen or not self._is_replanned or self.do.data == "now":
            return None
        return moment_of(chosen, zone_of(self.publish_on_zone.data or ""))

    def lay_schedule_on(self, post: Post) -> None:
        """Let it appear at another time, or at none, while it waits for one."""
        if self.publishes or not post.is_scheduled or not self._is_replanned:
            return
        if planned := self.planned:
            publish(post, planned)
        else:
            post.unpublish()

    def validate_publish_on(self, field: Any) -> None:
        # A draft can be saved whatever stands here: it takes no time along.
        if not (self.publishes or self.publish_on_seen.data):
            return
        if self.do.data == "schedule" and not field.data:
            raise ValidationError(_("Choose a day and a time."))
        try:
            planned = self.planned
        except SkippedTimeError as error:
            raise ValidationError(
                _("The clocks are set forward then and never show this time.")
            ) from error
        except ValueError as error:
            raise ValidationError(_("Write it as in 2026-11-22 07:00.")) from error
        if planned and (fault := fault_of(planned)):
            raise ValidationError(fault)

    @property
    def _is_replanned(self) -> bool:
        was_sent = bool(self.publish_on.raw_data)
        return was_sent and self.publish_on.data != (self.publish_on_seen.data or "")


def fault_of(planned: datetime) -> str:
    """Why nothing can appear at this time, in words; empty if it can."""
    if planned <= now():
        return _(
            "This time has passed: it is %(now)s. Choose a later one, or none to "
            "publish at once.",
            now=written(now()),
        )
    if planned > now() + FARTHEST:
        return _("That is more than ten years away. Choose it nearer.")
    return ""
