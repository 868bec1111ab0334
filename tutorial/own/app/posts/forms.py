from flask_babel import lazy_gettext as _l

from app.models.post import BODY_LONGEST, TITLE_LONGEST
from app.web.forms import AtMost, Form, LineField, Needed, TextField


class PostForm(Form):
    title = LineField(_l("Title"), [AtMost(TITLE_LONGEST)])
    body = TextField(
        _l("Your text"),
        [Needed(_l("Write something first. A word is enough.")), AtMost(BODY_LONGEST)],
    )
#: 7

    @property
    def words(self):
        return {"title": self.title.data, "body": self.body.data}
#:
