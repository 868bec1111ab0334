"""The form that says which part of a picture is meant."""

from contextlib import suppress
from math import isfinite
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FloatField
from wtforms.widgets import RangeInput

from app.lib.crops import NEAREST, Crop
from app.web.forms import Form, HiddenLine


class SliderField(FloatField):
    """A number between two ends: no page sends another, and none is refused."""

    widget = RangeInput(step=1)

    def __init__(self, label: object, lowest: int, highest: int, **bound: Any) -> None:
        ends = {"min": lowest, "max": highest}
        super().__init__(label, render_kw=ends, **bound)
        self.ends = lowest, highest

    def process_formdata(self, valuelist: list[str]) -> None:
        lowest, highest = self.ends
        with suppress(ValueError, IndexError):
            wanted = float(valuelist[0])
            if isfinite(wanted):
                self.data = min(max(wanted, lowest), highest)


class CropForm(Form):
    """Which part of a picture it is, in percent."""

    name = HiddenLine()
    zoom = SliderField(_l("How near"), 100, NEAREST, default=100)
    across = SliderField(_l("Left or right"), 0, 100, default=50)
    down = SliderField(_l("Up or down"), 0, 100, default=50)

    @property
    def crop(self) -> Crop:
        return Crop(self.zoom.data, self.across.data, self.down.data)
