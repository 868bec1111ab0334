from flask_babel import lazy_gettext as _l
from wtforms import PasswordField

from app.lib import handles, passwords
from app.web import find
from app.web.forms import AtMost
from app.web.joining import JoiningForm


class IntroductionForm(JoiningForm):
    """Who somebody is; a password only if they want one beside."""

    password = PasswordField(_l("Password, if you like"), [AtMost(passwords.LONGEST)])

    @classmethod
    def for_person(cls, person, code):
        """Filled in with what they are called over there."""
        handle = find.free_handle(handles.suggested(person.handle))
        return cls(name=person.name, handle=handle, email=person.email, code=code)

    def validate_password(self, field):
        if field.data:
            super().validate_password(field)

    @property
    def hashed(self):
        typed = self.password.data
        return passwords.hash_password(typed) if typed else ""
