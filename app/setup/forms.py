from flask_babel import lazy_gettext as _l

from app.web.account_form import AccountForm
from app.web.forms import LineField, Needed, at_most


class SetupForm(AccountForm):
    site_name = LineField(
        _l("Name of the site"), [Needed(_l("Give the site a name.")), at_most(60)]
    )
    tagline = LineField(_l("What it is, in a line"), [at_most(160)])
