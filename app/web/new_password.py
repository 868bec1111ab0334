"""What a new password has to be like, wherever one is chosen."""

from typing import Any

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, PasswordField
from wtforms.validators import ValidationError

from app.lib import passwords
from app.models import Account, User
from app.web.forms import AtMost, Form, Needed


class NewPasswordForm(Form):
    """Where ``person`` chooses another password for their ``account``."""

    new_password = PasswordField(
        _l("New password"),
        [Needed(_l("Choose a password.")), AtMost(passwords.LONGEST)],
    )

    def __init__(self, person: User, account: Account, **known: Any) -> None:
        super().__init__(**known)
        self.about = (person.handle, account.email, person.name)

    def validate_new_password(self, field: Field) -> None:
        check_new_password(field, *self.about)


def check_new_password(field: Field, *about: str) -> None:
    """Refuse what is short or easy to guess from facts ``about`` the person.

    :raises ValidationError: with a sentence that says what to do.
    """
    if words := fault_of(field.data, *about):
        raise ValidationError(words)


def fault_of(password: str, *about: str) -> str:
    """What is wrong with ``password`` by the rules of this site; empty: nothing is."""
    length, least = len(password), current_app.config["PASSWORD_SHORTEST"]
    if length < least:
        return _(
            "%(n)d of at least %(least)d characters. Four plain words work well.",
            n=length,
            least=least,
        )
    if current_app.config["PASSWORD_CHECK"] and passwords.is_guessable(
        password, *about
    ):
        return _("This one is easy to guess. Four plain words work well.")
    return ""
