"""The question before a second factor goes: the last one needs a yes of its own."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field
from wtforms.validators import ValidationError

from app.web.forms import Form


class RemovalForm(Form):
    """A tick that is only asked for, and only shown, where it is the last factor."""

    is_sure = BooleanField(_l("I know that my account will be less safe"))

    def __init__(self, *, is_last: bool) -> None:
        super().__init__()
        self.is_last = is_last

    def validate_is_sure(self, field: Field) -> None:
        if self.is_last and not field.data:
            raise ValidationError(_("Tick this if you want to go without."))
