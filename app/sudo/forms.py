from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, PasswordField

from app.web.code_form import CodeForm
from app.web.forms import AtMost


class SudoForm(CodeForm):
    """Any proof will do: the password, a code, or a passkey."""

    password = PasswordField(_l("Password"), [AtMost(4096)])
    next = HiddenField()
