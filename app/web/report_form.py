"""What the moderators are told, as a form."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField
from wtforms.validators import StopValidation

from app.models.report import WORDS_LONGEST
from app.web.forms import AtMost, Form, TextField, choices
from app.web.moderation_words import REASONS


class ReportForm(Form):
    reason = RadioField(
        _l("What is wrong with it"), choices=choices(REASONS), validate_choice=False
    )
    words = TextField(_l("What should we know?"), [AtMost(WORDS_LONGEST)])

    def validate_reason(self, field: Field) -> None:
        if field.data not in REASONS:
            raise StopValidation(_("Choose what comes closest."))

    def validate_words(self, field: Field) -> None:
        if self.reason.data == "other" and not field.data.strip():
            raise StopValidation(_("Say in a sentence what it is."))
