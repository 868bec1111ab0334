from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms import PasswordField

from app.lib import passwords
from app.web.forms import AtMost, Form, Needed
from app.web.new_password import check_new_password


class PasswordForm(Form):
    new_password = PasswordField(
        _l("New password"),
        [Needed(_l("Choose a password.")), AtMost(passwords.LONGEST)],
    )

    def validate_new_password(self, field):
        account = current_user.account
        check_new_password(field, current_user.handle, account.email, current_user.name)
