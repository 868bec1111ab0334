from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField

from app.web.forms import Form
from app.web.locale import LANGUAGES

THEMES = {"auto": _l("As the device"), "light": _l("Light paper"), "dark": _l("Dark paper")}


class SettingsForm(Form):
    theme = RadioField(_l("Paper"), choices=list(THEMES.items()), validate_choice=True)
    language = SelectField(
        _l("Language"), choices=[("", _l("As the browser asks")), *LANGUAGES.items()]
    )
