from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import StopValidation

from app.web.forms import Form, PicturesField


class FaceForm(Form):
    """A picture that is brought to be shown; its middle is taken."""

    picture = PicturesField(_l("Choose a picture"))

    def validate_picture(self, field):
        if not field.data:
            raise StopValidation(_("Choose a picture first."))

    def refuse(self, words):
        """Say beside the field why the picture is not here."""
        self.picture.errors = [words]
