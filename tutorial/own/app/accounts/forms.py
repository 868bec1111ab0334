from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import PasswordField
from wtforms.validators import ValidationError

from app.lib import emails, handles, passwords
from app.web import find
from app.web.forms import AtMost, Form, LineField, Needed
from app.web.new_password import check_new_password  #: 11
#: 8-10

SHORTEST = 10
#:


class HandleField(LineField):
    """A handle in its one spelling, whatever was typed around it."""

    def process_formdata(self, valuelist):
        super().process_formdata(valuelist)
        self.data = handles.normalized(self.data)


class AccountForm(Form):
    """Who somebody is, and what they will sign in with."""

    name = LineField(_l("Your name"), [AtMost(80)])
    handle = HandleField(_l("Handle"), [Needed(_l("Choose a handle.")), AtMost(100)])
    email = LineField(
        _l("Email"), [Needed(_l("Enter your email address.")), AtMost(254)]
    )
    password = PasswordField(
        _l("Password"), [Needed(_l("Choose a password.")), AtMost(passwords.LONGEST)]
    )

    def validate_handle(self, field):
        if not handles.is_well_formed(field.data):
            raise ValidationError(_("Use 3 to 30 of a–z, 0–9 and _, without spaces."))
        if handles.is_reserved(field.data):
            raise ValidationError(_("This one is kept for the site. Choose another."))
        if find.is_taken(field.data):
            raise ValidationError(_("Somebody has this one. Choose another."))

    def validate_email(self, field):
        try:
            field.data = emails.normalized(field.data)
        except ValueError as error:
            words = _("Check this address. It should look like you@example.org.")
            raise ValidationError(words) from error

    def validate_password(self, field):
        #: 8-10
        if len(field.data) < SHORTEST or passwords.is_guessable(
            field.data, self.handle.data, self.email.data, self.name.data
        ):
            raise ValidationError(
                _("This one is easy to guess. Four plain words work well.")
            )
        #:
        #: 11
        about = (self.handle.data, self.email.data, self.name.data)
        check_new_password(field, *about)
        #:

    @property
    def person(self):
        """What :meth:`app.models.Account.open` wants to know."""
        return {
            "handle": self.handle.data,
            "name": self.name.data,
            "email": self.email.data,
            "hashed": passwords.hash_password(self.password.data),
        }
