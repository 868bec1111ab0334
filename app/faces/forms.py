from contextlib import suppress
from math import isfinite

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FloatField
from wtforms.validators import StopValidation
from wtforms.widgets import RangeInput

from app.lib.crops import NEAREST, Crop
from app.web.forms import Form, HiddenLine, PicturesField


class FaceForm(Form):
    """A picture that is brought to be shown; its middle is taken."""

    picture = PicturesField(_l("Choose a picture"))

    def validate_picture(self, field):
        if not field.data:
            raise StopValidation(_("Choose a picture first."))

    def refuse(self, words):
        """Say beside the field why the picture is not here."""
        self.picture.errors = [words]


class SliderField(FloatField):
    """A number between two ends: no page sends another, and none is refused."""

    widget = RangeInput(step=1)

    def __init__(self, label, lowest, highest, **bound):
        ends = {"min": lowest, "max": highest}
        super().__init__(label, render_kw=ends, **bound)
        self.ends = lowest, highest

    def process_formdata(self, valuelist):
        lowest, highest = self.ends
        with suppress(ValueError, IndexError):
            wanted = float(valuelist[0])
            if isfinite(wanted):
                self.data = min(max(wanted, lowest), highest)


class CropForm(Form):
    """Which part of a picture is shown, in percent."""

    name = HiddenLine()
    zoom = SliderField(_l("How near"), 100, NEAREST, default=100)
    across = SliderField(_l("Left or right"), 0, 100, default=50)
    down = SliderField(_l("Up or down"), 0, 100, default=50)

    @property
    def crop(self):
        return Crop(self.zoom.data, self.across.data, self.down.data)
