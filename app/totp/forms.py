from time import time

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms import HiddenField
from wtforms.validators import ValidationError

from app.lib.totp import matching_step, new_secret
from app.web.forms import AtMost, Form, LineField, Needed
from app.web.seals import sealed, unsealed


class TotpForm(Form):
    """An offered key, which counts only once the app has shown a code of it."""

    one_time_code = LineField(
        _l("Six-digit code"),
        [Needed(_l("Enter the six digits that the app shows.")), AtMost(40)],
    )
    sealed_secret = HiddenField()

    def __init__(self):
        super().__init__()
        self.step = None
        if not self.secret:
            self.sealed_secret.data = sealed(f"{current_user.id} {new_secret()}")
            self.is_fresh = True

    is_fresh = False

    @property
    def secret(self):
        """The key, if it was offered to this reader."""
        opened = unsealed(self.sealed_secret.data or "") or ""
        whose, _space, secret = opened.partition(" ")
        return secret if whose == str(current_user.id) else ""

    def validate_one_time_code(self, field):
        if self.is_fresh:
            raise ValidationError(_("That page was too old. Scan the new picture."))
        self.step = matching_step(self.secret, field.data, time())
        if self.step is None:
            raise ValidationError(
                _(
                    "That code isn’t right, or not any more. Enter the one showing now."
                    " If it stays wrong, set the clock of your phone: half a minute"
                    " counts."
                )
            )
