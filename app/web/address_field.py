"""An e-mail address as people type it, and as it is kept."""

from flask_babel import gettext as _
from wtforms import Field
from wtforms import Form as BaseForm
from wtforms.validators import StopValidation

from app.lib import emails


class IsAddress:
    """Give the field the one spelling of its address, or refuse what is none."""

    def __call__(self, form: BaseForm, field: Field) -> None:
        try:
            field.data = emails.normalized(field.data)
        except ValueError as error:
            words = _("Check this address. It should look like you@example.org.")
            raise StopValidation(words) from error
