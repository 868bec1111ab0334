from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import StopValidation

from app.lib.pictures import ALT_LONGEST
from app.web.forms import AtMost, Form, LineField, PicturesField

#: In one form; together they have to fit into one request.
MOST_AT_ONCE = 10


class AltForm(Form):
    """The words that stand for a picture, in one line."""

    alt = LineField(_l("What does one see?"), [AtMost(ALT_LONGEST)])


class UploadForm(AltForm):
    picture = PicturesField(_l("Choose pictures"))

    def validate_picture(self, field):
        if not field.data:
            raise StopValidation(_("Choose a picture first."))
        if len(field.data) > MOST_AT_ONCE:
            raise StopValidation(
                _("Ten pictures at once are enough. Send the others afterwards.")
            )


def count_of_files():
    return len(request.files.getlist("picture")) or 1
