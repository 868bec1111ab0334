"""What a new password has to be like, wherever one is chosen."""

from flask_babel import gettext as _
from wtforms import Field
from wtforms.validators import ValidationError

from app.lib import passwords


def check_new_password(field: Field, *about: str) -> None:
    """Refuse what is short or easy to guess from facts ``about`` the person.

    :raises ValidationError: with a sentence that says what to do.
    """
    length = len(field.data)
    if length < passwords.SHORTEST:
        raise ValidationError(
            _("%(n)d of at least 10 characters. Four plain words work well.", n=length)
        )
    if passwords.is_guessable(field.data, *about):
        raise ValidationError(
            _("This one is easy to guess. Four plain words work well.")
        )
