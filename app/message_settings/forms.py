from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from app.models.reach import EVERYONE, FOLLOWED, NOBODY
from app.web.forms import Form, choices

NAMES = {
    EVERYONE: _l("Everyone"),
    FOLLOWED: _l("People you follow"),
    NOBODY: _l("Nobody"),
}


class SendersForm(Form):
    takes_messages_from = RadioField(
        _l("Who may write to you first"), choices=choices(NAMES)
    )
