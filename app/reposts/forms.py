from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms.validators import ValidationError

from app.models.repost import REMARK_LONGEST
from app.web.forms import AtMost, Form, TextField
from app.web.message_form import Confirmed

REFUSED = _l("Only what somebody else wrote for everybody can be reposted.")


class RemarkForm(Form):
    """What somebody says of a post that they show to others; nothing is enough."""

    remark = TextField(_l("Your remark"), validators=[AtMost(REMARK_LONGEST)])

    def __init__(self, post, **known):
        super().__init__(**known)
        self.post = post

    def validate_remark(self, field):
        if field.data:
            Confirmed()(self, field)
        if not current_user.can_repost(self.post):
            raise ValidationError(REFUSED)
