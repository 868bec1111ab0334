from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms.validators import ValidationError

from app.lib import emails
from app.web.address_field import IsAddress
from app.web.forms import AtMost, Form, LineField, Needed
from app.web.trusted_addresses import check_address


class AddressForm(Form):
    email = LineField(
        _l("New address"),
        [Needed(_l("Enter your new address.")), AtMost(emails.LONGEST), IsAddress()],
    )

    def validate_email(self, field):
        if field.data == current_user.account.email:
            raise ValidationError(_("This is your address already. Enter another one."))
        check_address(field)
