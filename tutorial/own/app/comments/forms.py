from flask_babel import lazy_gettext as _l

from app.models.comment import COMMENT_LONGEST
from app.web.forms import AtMost, Form, Needed, TextField


class CommentForm(Form):
    body = TextField(
        _l("Your comment"),
        [
            Needed(_l("Write something first. A word is enough.")),
            AtMost(COMMENT_LONGEST),
        ],
    )
