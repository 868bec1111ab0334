from flask_babel import lazy_gettext as _l

from app.lib import emails
from app.web.forms import AtMost, Form, LineField, Needed


class RecoveryForm(Form):
    identifier = LineField(
        _l("Email or handle"),
        [
            Needed(_l("Enter your handle or your email address.")),
            AtMost(emails.LONGEST),
        ],
    )
