#: 6-6
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from app.models.post import BODY_LONGEST, TITLE_LONGEST


def tidied(text):
    """What was typed, without the spaces around it; nothing is an empty text."""
    return (text or "").strip()


class PostForm(FlaskForm):
    """The sheet of paper that every post is written on."""

    title = StringField(_l("Title"), [Length(max=TITLE_LONGEST)], filters=[tidied])
    body = TextAreaField(
        _l("Your text"),
        [
            DataRequired(_l("Write something first. A word is enough.")),
            Length(max=BODY_LONGEST),
        ],
        filters=[tidied],
    )
#:
#: 7
from flask_babel import lazy_gettext as _l

from app.models.post import BODY_LONGEST, TITLE_LONGEST
from app.web.forms import AtMost, Form, LineField, Needed, TextField


class PostForm(Form):
    """The sheet of paper that every post is written on."""

    title = LineField(_l("Title"), [AtMost(TITLE_LONGEST)])
    body = TextField(
        _l("Your text"),
        [Needed(_l("Write something first. A word is enough.")), AtMost(BODY_LONGEST)],
    )

    @property
    def words(self):
        return {"title": self.title.data, "body": self.body.data}
#:
