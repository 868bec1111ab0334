"""What an invitation is written on, and whether there is room for another."""

from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms import SelectField

from app.models.invitation import NOTE_LONGEST
from app.models.permissions import ADMINISTER
from app.web.forms import AtMost, Form, LineField, choices

PLACES = {
    1: _l("One person"),
    5: _l("Five people"),
    25: _l("Twenty-five people"),
}
DAYS = {
    1: _l("A day"),
    7: _l("A week"),
    30: _l("A month"),
}


class InvitationForm(Form):
    note = LineField(_l("For whom"), [AtMost(NOTE_LONGEST)])
    places = SelectField(_l("For how many"), choices=choices(PLACES), coerce=int)
    days = SelectField(_l("For how long"), choices=choices(DAYS), coerce=int, default=7)


def may_make_more() -> bool:
    """Whether the reader may have one more about; nobody else counts meanwhile."""
    return bool(current_user.can(ADMINISTER) or current_user.may_invite_more())
