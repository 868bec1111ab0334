from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.fields import SelectChoice

from app.lib.time_zones import by_region
from app.web.forms import Form, choices
from app.web.locale import LANGUAGES

SPOKEN = {"": _l("As the browser asks"), **LANGUAGES}
REGIONS = {
    "Africa": _l("Africa"),
    "America": _l("America"),
    "Antarctica": _l("Antarctica"),
    "Arctic": _l("Arctic"),
    "Asia": _l("Asia"),
    "Atlantic": _l("Atlantic"),
    "Australia": _l("Australia"),
    "Europe": _l("Europe"),
    "Indian": _l("Indian Ocean"),
    "Pacific": _l("Pacific"),
}


def zones():
    """Every zone in its region; before them none, which is the clock of the world."""
    yield SelectChoice("", _l("World time (UTC)"))
    for region, places in by_region().items():
        for name, place in places:
            yield SelectChoice(name, place, optgroup=str(REGIONS[region]))


class LanguageForm(Form):
    language = SelectField(_l("Language"), choices=choices(SPOKEN))
    time_zone = SelectField(_l("Time zone"), choices=lambda: list(zones()))
