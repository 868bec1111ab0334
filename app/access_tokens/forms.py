from datetime import timedelta

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, SelectMultipleField
from wtforms.validators import StopValidation

from app.models.access_token import NAME_LONGEST
from app.models.columns import now
from app.web.forms import AtMost, Form, LineField, Needed, choices
from app.web.scopes import GROUPS, WORDS

DAYS = {
    7: _l("A week"),
    30: _l("30 days"),
    90: _l("90 days"),
    365: _l("A year"),
    0: _l("No end"),
}


class AccessTokenForm(Form):
    name = LineField(
        _l("What it’s for"),
        [Needed(_l("Give it a name that you’ll know it by.")), AtMost(NAME_LONGEST)],
    )
    scopes = SelectMultipleField(_l("What it may do"), choices=choices(WORDS))
    days = SelectField(_l("Good for"), choices=choices(DAYS), coerce=int, default=90)

    def validate_scopes(self, field):
        if not field.data:
            raise StopValidation(_("Choose at least one thing."))

    @property
    def groups(self):
        """Each group of scopes: its title, and of each whether it was chosen."""
        chosen = self.scopes.data or ()
        for title, group in GROUPS:
            yield (
                title,
                [(s, words, s in chosen) for s, words in group.items()],
            )

    @property
    def expires_at(self):
        return now() + timedelta(days=self.days.data) if self.days.data else None
