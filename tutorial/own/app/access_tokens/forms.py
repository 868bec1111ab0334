from flask_babel import lazy_gettext as _l

from app.models.access_token import NAME_LONGEST
from app.web.forms import AtMost, Form, LineField, Needed


class AccessTokenForm(Form):
    name = LineField(
        _l("What it’s for"),
        [Needed(_l("Give it a name that you’ll know it by.")), AtMost(NAME_LONGEST)],
    )
