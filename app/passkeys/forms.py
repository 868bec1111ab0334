from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms import HiddenField
from wtforms.validators import ValidationError

from app.models.passkey import MOST, NAME
from app.web import passkeys
from app.web.forms import AtMost, Form, LineField, Needed


class NameForm(Form):
    name = LineField(
        _l("Name"), [Needed(_l("Name it after the device it is on.")), AtMost(NAME)]
    )


class PasskeyForm(NameForm):
    """A new passkey: its name, and what the browser says of it."""

    # Filled by a script (static/js/behaviours/passkey_create.js).
    credential = HiddenField()
    key = None

    def validate_name(self, field):
        if current_user.account.passkey_count >= MOST:
            raise ValidationError(_("That’s as many as fit. Remove one first."))

    def validate_credential(self, field):
        self.key = passkeys.added(field.data or "")
        if self.key is None:
            raise ValidationError(
                _("That took too long, or was answered in another tab. Try once more.")
            )
