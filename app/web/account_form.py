"""What it takes to become a member: the form of sign-up and of the first visitor."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, PasswordField
from wtforms.validators import ValidationError

from app.lib import emails, handles, passwords
from app.web import find
from app.web.address_field import IsAddress
from app.web.forms import AtMost, Form, LineField, Needed
from app.web.new_password import check_new_password


class HandleField(LineField):
    """A handle in its one spelling, whatever was typed around it."""

    def process_formdata(self, valuelist):
        super().process_formdata(valuelist)
        self.data = handles.normalized(self.data)


def check_handle(field: Field) -> None:
    """Refuse what is no handle, what the site keeps for itself, and what is taken.

    :raises ValidationError: with a sentence that says what to do.
    """
    if not handles.is_well_formed(field.data):
        raise ValidationError(_("Use 3 to 30 of a–z, 0–9 and _, without spaces."))
    if handles.is_reserved(field.data):
        raise ValidationError(_("This one is kept for the site. Choose another."))
    if find.is_taken(field.data):
        raise ValidationError(taken_handle(field.data))


def taken_handle(handle: str) -> str:
    """What is said of a handle that is or was somebody else's."""
    return _("Somebody already writes as @%(handle)s. Choose another.", handle=handle)


class AccountForm(Form):
    """Who somebody is, and what they will sign in with."""

    name = LineField(_l("Your name"), [AtMost(80)])
    handle = HandleField(_l("Handle"), [Needed(_l("Choose a handle.")), AtMost(100)])
    email = LineField(
        _l("Email"),
        [Needed(_l("Enter your email address.")), AtMost(emails.LONGEST), IsAddress()],
    )
    password = PasswordField(
        _l("Password"), [Needed(_l("Choose a password.")), AtMost(passwords.LONGEST)]
    )

    def validate_handle(self, field):
        check_handle(field)

    def validate_password(self, field):
        check_new_password(field, self.handle.data, self.email.data, self.name.data)

    @property
    def person(self):
        """What :meth:`app.models.Account.open` wants to know."""
        return {
            "handle": self.handle.data,
            "name": self.name.data,
            "email": self.email.data,
            "hashed": self.hashed,
        }

    @property
    def hashed(self):
        return passwords.hash_password(self.password.data)
