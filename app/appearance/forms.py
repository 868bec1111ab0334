from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from app.web.forms import Form, choices

THEMES = {"light": _l("Day"), "dark": _l("Night"), "auto": _l("As my device")}
SIZES = {"small": _l("Small"), "book": _l("Book"), "large": _l("Large")}
FACES = {"serif": _l("Serif"), "sans": _l("Sans")}
KEYS = {"on": _l("On"), "off": _l("Off")}


class AppearanceForm(Form):
    theme = RadioField(_l("Paper"), choices=choices(THEMES))
    text = RadioField(_l("Reading size"), choices=choices(SIZES))
    face = RadioField(_l("Reading face"), choices=choices(FACES))
    keys = RadioField(_l("Keyboard shortcuts"), choices=choices(KEYS))
