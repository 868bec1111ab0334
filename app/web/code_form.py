"""The form of the second step: a code, a recovery code, or a passkey's answer."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from app.web.forms import AtMost, Form, LineField


class CodeForm(Form):
    """One of them is enough; which one, the server finds out."""

    one_time_code = LineField(_l("Six-digit code"), [AtMost(40)])
    recovery_code = LineField(_l("Recovery code"), [AtMost(40)])
    # Filled by a script (static/js/behaviours/passkey_get.js).
    credential = HiddenField()
