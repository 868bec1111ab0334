from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import StopValidation
from wtforms.widgets import FileInput

from app.lib.pictures import ALT_LONGEST
from app.web.forms import AtMost, Form, LineField, Needed, PicturesField


class CoverForm(Form):
    picture = PicturesField(_l("Choose a picture"), widget=FileInput())
    alt = LineField(
        _l("What does one see?"),
        [
            Needed(_l("Say it in a few words, for those who do not see it.")),
            AtMost(ALT_LONGEST),
        ],
    )

    def __init__(self, cover):
        super().__init__(alt=cover.alt if cover else "")
        self.cover = cover

    def validate_picture(self, field):
        if not field.data and not self.cover:
            raise StopValidation(_("Choose a picture first."))
