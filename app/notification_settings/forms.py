from dataclasses import fields
from datetime import time

from babel.dates import format_time, get_day_names
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, SelectMultipleField
from wtforms.fields import SelectChoice

from app.models.notification_settings import DAILY, NEVER, WEEKLY
from app.web.forms import Form, choices
from app.web.notification_choices import MAILED, TOLD, Choices

PACES = {NEVER: _l("Never"), DAILY: _l("Every day"), WEEKLY: _l("Every week")}


def hours():
    """Each hour of the day, as clocks show it here."""
    for hour in range(24):
        yield SelectChoice(hour, format_time(time(hour), "short", locale=get_locale()))


def days():
    """Each day of the week, as it is called here."""
    names = get_day_names("wide", "stand-alone", locale=get_locale())
    for number, name in names.items():
        yield SelectChoice(number, name)


class NotificationSettingsForm(Form):
    heard = SelectMultipleField(_l("On the site"), choices=choices(TOLD))
    wanted = SelectMultipleField(_l("By mail"), choices=choices(MAILED))
    only_followed = BooleanField(_l("People whom I don’t follow"))
    only_followers = BooleanField(_l("People who don’t follow me"))
    only_settled = BooleanField(_l("Accounts that are younger than a week"))
    digest = SelectField(_l("A digest of what is unread"), choices=choices(PACES))
    digest_day = SelectField(_l("On"), coerce=int, choices=lambda: list(days()))
    digest_hour = SelectField(_l("At"), coerce=int, choices=lambda: list(hours()))

    @property
    def rows(self):
        """Each kind with its name, and whether it is on, here and by mail.

        What is told of in one place alone has None in the other.
        """
        return [
            (kind, words, self._is_on(self.heard, kind), self._is_on(self.wanted, kind))
            for kind, words in MAILED.items()
        ]

    @property
    def choices(self):
        """What was chosen."""
        return Choices(**{part.name: self[part.name].data for part in fields(Choices)})

    @staticmethod
    def _is_on(field, kind):
        offered = {choice.value for choice in field.choices}
        return kind in field.data if kind in offered else None
