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
#: 12
from wtforms import IntegerField
from wtforms.validators import Optional
#:

from app.models.post import BODY_LONGEST, TITLE_LONGEST
from app.web.forms import AtMost, Form, HiddenLine, LineField, Needed, TextField  #: 12
from app.web.forms import AtMost, Form, LineField, Needed, TextField  #: 7-11


class PostForm(Form):
    """The sheet of paper that every post is written on."""

    title = LineField(_l("Title"), [AtMost(TITLE_LONGEST)])
    body = TextField(
        _l("Your text"),  #: 7-11
        _l("Your text, in Markdown"),  #: 12
        [Needed(_l("Write something first. A word is enough.")), AtMost(BODY_LONGEST)],
    )
#: 12
    # Which state of the post the text was written over.
    version = IntegerField(validators=[Optional()])
    do = HiddenLine()
#:

    @property
    def words(self):
        return {"title": self.title.data, "body": self.body.data}
#: 12

    @property
    def wants_preview(self):
        return self.do.data == "preview"

    @property
    def publishes(self):
        return self.do.data == "publish"

    def is_older_than(self, post):
        """Whether ``post`` got another text since this one was begun."""
        is_same = self.words == {"title": post.title, "body": post.body}
        return self.version.data != post.version and not is_same

    def lay_over(self, post):
        """From here on the text in the form is meant to replace that of ``post``."""
        self.version.raw_data = [str(post.version)]
#:
#:
