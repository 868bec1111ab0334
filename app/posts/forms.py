from uuid import NAMESPACE_OID, uuid5

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField
from wtforms.validators import Length, Optional

from app.lib.tokens import new_form_key
from app.models.post import BODY_LONGEST, SUMMARY_LONGEST, TITLE_LONGEST
from app.web.forms import AtMost, Form, HiddenLine, LineField, Needed, TextField


class PostForm(Form):
    title = LineField(_l("Title"), [AtMost(TITLE_LONGEST)])
    summary = LineField(_l("A line underneath"), [AtMost(SUMMARY_LONGEST)])
    body = TextField(
        _l("Your text, in Markdown"),
        [Needed(_l("Write something first. A word is enough.")), AtMost(BODY_LONGEST)],
    )
    # Which state of the post the text was written over.
    version = IntegerField(validators=[Optional()])
    # Names this sheet of paper: sent twice, it is one post.
    form_key = HiddenLine(default=new_form_key, validators=[Length(max=36)])
    do = HiddenLine()

    @property
    def words(self):
        return {
            "title": self.title.data,
            "summary": self.summary.data,
            "body": self.body.data,
        }

    @property
    def wants_preview(self):
        return self.do.data == "preview"

    @property
    def publishes(self):
        return self.do.data == "publish"

    @property
    def other_side(self):
        """The key of the same sheet turned over, the same for the same text."""
        return str(uuid5(NAMESPACE_OID, f"{self.form_key.data}{self.words}"))

    def says_what(self, post):
        """Whether ``post`` has this very text already."""
        return self.words == {
            "title": post.title,
            "summary": post.summary,
            "body": post.body,
        }

    def lay_over(self, post):
        """From here on the text in the form is meant to replace that of ``post``."""
        self.version.raw_data = [str(post.version)]
