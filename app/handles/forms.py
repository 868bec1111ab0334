from flask_babel import lazy_gettext as _l

from app.web.account_form import HandleField, check_handle
from app.web.forms import AtMost, Form, Needed


class HandleForm(Form):
    handle = HandleField(_l("Handle"), [Needed(_l("Choose a handle.")), AtMost(100)])

    def validate_handle(self, field):
        check_handle(field)
