from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField

from app.web.forms import Form
from app.web.locale import LANGUAGES

THEMES = {"light": _l("Day"), "dark": _l("Night"), "auto": _l("As my device")}


class SettingsForm(Form):
    theme = RadioField(_l("Paper"), choices=list(THEMES.items()))
    language = SelectField(
        _l("Language"), choices=[("", _l("As the browser asks")), *LANGUAGES.items()]
    )
