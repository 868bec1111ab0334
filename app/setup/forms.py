from flask_babel import lazy_gettext as _l

from app.web.account_form import AccountForm
from app.web.forms import AtMost, LineField, Needed


class SetupForm(AccountForm):
    site_name = LineField(
        _l("Name of the site"), [Needed(_l("Give the site a name.")), AtMost(60)]
    )
    tagline = LineField(_l("What it is, in a line"), [AtMost(160)])
