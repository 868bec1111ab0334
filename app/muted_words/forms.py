from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from app.lib.word_filters import pattern_of
from app.models.muted_word import LONGEST
from app.web.forms import AtMost, Form, LineField, Needed
from app.web.how_long import HowLongField


class MutedWordForm(Form):
    word = LineField(
        _l("Word, phrase or #tag"),
        [Needed(_l("Enter a word, a phrase, or a tag with its #.")), AtMost(LONGEST)],
    )
    span = HowLongField(_l("For how long"))

    def validate_word(self, field):
        if not pattern_of(field.data):
            raise ValidationError(_("Use at least one letter or digit."))
