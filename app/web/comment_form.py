"""What people say below a post, as they typed it; and why it may not stand there."""

from __future__ import annotations

from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms import Field, IntegerField
from wtforms.validators import Length, Optional, ValidationError

from app.lib.tokens import new_form_key
from app.models import Comment, Post
from app.models.comment import COMMENT_LONGEST
from app.models.discussion import CLOSED, FOLLOWERS, LOCKED, MENTIONED, NOBODY
from app.web.find_comments import answered_below
from app.web.forms import AtMost, Form, HiddenLine, Needed, TextField
from app.web.message_form import Confirmed

#: Why the reader may say nothing below a post; ``name`` is who wrote it.
SILENCES: Final = {
    LOCKED: _l("A moderator has ended this conversation."),
    CLOSED: _l("The time for comments here is over."),
    NOBODY: _l("%(name)s takes no comments here."),
    FOLLOWERS: _l("Only people who follow %(name)s can comment here."),
    MENTIONED: _l("Only people whom %(name)s mentions here can comment."),
}


def words_for(silence: str, post: Post) -> str:
    """What the page says where the reader may say nothing."""
    return str(SILENCES[silence]) % {"name": post.author.name}


class CommentForm(Form):
    """A comment to be sent, or one that is being changed.

    :param post: below which it stands.
    :param comment: the one to be changed.
    """

    body = TextField(
        _l("Your comment"),
        [Needed(_l("Write something first.")), AtMost(COMMENT_LONGEST)],
    )
    # What it answers; empty: the post.
    to = IntegerField(validators=[Optional()])
    # Names this sheet of paper: sent twice, it is one comment.
    form_key = HiddenLine(default=new_form_key, validators=[Length(max=36)])
    # Over which state of the comment it was typed.
    version = IntegerField(validators=[Optional()])
    do = HiddenLine()

    def __init__(
        self, *, post: Post, comment: Comment | None = None, **known: Any
    ) -> None:
        super().__init__(obj=comment, **known)
        self.post, self.comment = post, comment
        #: What is answered, for the page to show above the words.
        self.answered: Comment | None = None

    @property
    def wants_preview(self) -> bool:
        return bool(self.do.data == "preview")

    @property
    def is_behind(self) -> bool:
        """Whether another tab has changed it since these words were begun."""
        return bool(self.version.errors)

    def validate_body(self, field: Field) -> None:
        if self.comment:
            return
        Confirmed()(self, field)
        if silence := self.post.silences(current_user):
            kept = _("Your words are still here, to be copied.")
            raise ValidationError(f"{words_for(silence, self.post)} {kept}")

    def validate_to(self, field: Field) -> None:
        """Whatever was answered may be gone: then the words can answer the post."""
        if field.data is None:
            return
        self.answered = answered_below(self.post, field.data)
        if self.answered is None:
            field.data = None
            raise ValidationError(
                _(
                    "What you answer can’t be read any more. Your words are still here:"
                    " send them as a comment of their own."
                )
            )

    def validate_version(self, field: Field) -> None:
        """Let nobody write over what they have not seen; pressed again, they have."""
        seen, known = field.data, self.comment
        if known and seen != known.version and self.body.data != known.body:
            field.data, field.raw_data = known.version, None
            raise ValidationError(_("It was changed in another tab meanwhile."))
