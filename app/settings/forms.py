from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.fields import SelectChoice

from app.web.forms import Form
from app.web.locale import LANGUAGES

THEMES = {"light": _l("Day"), "dark": _l("Night"), "auto": _l("As my device")}
SPOKEN = {"": _l("As the browser asks"), **LANGUAGES}


def choices(names):
    return [SelectChoice(value, name) for value, name in names.items()]


class SettingsForm(Form):
    theme = RadioField(_l("Paper"), choices=choices(THEMES))
    language = SelectField(_l("Language"), choices=choices(SPOKEN))
