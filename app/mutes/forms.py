from flask_babel import lazy_gettext as _l

from app.web.forms import Form
from app.web.how_long import HowLongField


class MuteForm(Form):
    span = HowLongField(_l("For how long"))
