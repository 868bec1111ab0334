from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, PasswordField

from app.web.forms import AtMost, Form, Needed


class SudoForm(Form):
    password = PasswordField(
        _l("Password"), [Needed(_l("Enter your password.")), AtMost(4096)]
    )
    next = HiddenField()
