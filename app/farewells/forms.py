from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms.validators import ValidationError

from app.web.account_form import HandleField
from app.web.forms import AtMost, Form, Needed


class FarewellForm(Form):
    handle = HandleField(
        _l("Your handle"), [Needed(_l("Type your handle.")), AtMost(100)]
    )

    def validate_handle(self, field):
        if field.data != current_user.handle:
            raise ValidationError(
                _("Type @%(handle)s, to be sure.", handle=current_user.handle)
            )
