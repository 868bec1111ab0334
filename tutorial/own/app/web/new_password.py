"""What a new password has to be like, wherever one is chosen."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, PasswordField
from wtforms.validators import ValidationError

from app.lib import passwords
from app.models import Account
from app.web.forms import AtMost, Form, Needed

SHORTEST = 10


class NewPasswordForm(Form):
    """Where the person of ``account`` chooses another password."""

    new_password = PasswordField(
        _l("New password"),
        [Needed(_l("Choose a password.")), AtMost(passwords.LONGEST)],
    )

    def __init__(self, account: Account, **known: Any) -> None:
        super().__init__(**known)
        self.about = (account.user.handle, account.email, account.user.name)

    def validate_new_password(self, field: Field) -> None:
        check_new_password(field, *self.about)


def check_new_password(field: Field, *about: str) -> None:
    """Refuse what is short or easy to guess from facts ``about`` the person.

    :raises ValidationError: with a sentence that says what to do.
    """
    if len(field.data) < SHORTEST or passwords.is_guessable(field.data, *about):
        raise ValidationError(
            _("This one is easy to guess. Four plain words work well.")
        )
