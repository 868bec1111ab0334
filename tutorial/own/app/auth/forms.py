from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, PasswordField

from app.web.forms import AtMost, Form, LineField, Needed


class SignInForm(Form):
    identifier = LineField(
        _l("Email or handle"),
        [Needed(_l("Enter your handle or your email address.")), AtMost(254)],
    )
    password = PasswordField(_l("Password"), [Needed(_l("Enter your password."))])
    keep = BooleanField(_l("Keep me signed in on this device"))
    next = HiddenField()
