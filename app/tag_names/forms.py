from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from app.lib.tags import LONGEST, normalized
from app.web.forms import AtMost, Form, LineField, Needed


class TagNameForm(Form):
    label = LineField(_l("Call it"), [Needed(_l("Enter a name.")), AtMost(LONGEST + 1)])

    @property
    def name(self):
        """The name in the one spelling by which it is found."""
        return normalized(self.label.data)

    def validate_label(self, field):
        if not normalized(field.data):
            raise ValidationError(
                _("Use letters and digits, at most %(max)d of them.", max=LONGEST)
            )
