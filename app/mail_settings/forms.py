from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField

from app.web.forms import Form, choices
from app.web.mail_kinds import KINDS


class MailSettingsForm(Form):
    wanted = SelectMultipleField(_l("Letters by mail"), choices=choices(KINDS))

    @property
    def unwanted(self):
        return [kind for kind in KINDS if kind not in self.wanted.data]
