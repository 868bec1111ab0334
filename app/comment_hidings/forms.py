from flask_babel import lazy_gettext as _l

from app.models.comment_standing import WHY_LONGEST
from app.web.forms import AtMost, Form, LineField


class HidingForm(Form):
    why = LineField(_l("Why"), [AtMost(WHY_LONGEST)])
