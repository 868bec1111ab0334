"""The sheet of paper that every post is written on, whoever looks at it: one form.

Publishing, saving by itself, the preview and the choice between two texts read the same
fields. A part of the sheet is a class with its fields and with what it lays on a post;
its look is a template of its own (``posts/_editor_side.html`` lists them).
"""

from __future__ import annotations

from uuid import NAMESPACE_OID, uuid5

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, IntegerField
from wtforms import Form as BaseForm
from wtforms.validators import Length, Optional, StopValidation

from app.lib.markdown import count_words
from app.lib.tokens import new_form_key
from app.models import Post
from app.models.audience import PRIVATE
from app.models.post import BODY_LONGEST, SUMMARY_LONGEST, TITLE_LONGEST
from app.models.versions import Worded
from app.web import find
from app.web.audiences import AudiencePart
from app.web.cover_part import CoverPart
from app.web.desks import Desk
from app.web.forms import AtMost, Form, HiddenLine, LineField, TextField
from app.web.furniture import AddressPart, OriginPart, SeriesPart
from app.web.reply_part import RepliesPart
from app.web.schedule import SchedulePart
from app.web.tags_field import TagsField
from app.web.unsent import UnsentPart


class SomeWords:
    """Refuse to give others no text, and to keep a sheet with nothing on it."""

    message = _l("Write something first. A word is enough.")

    def __call__(self, form: BaseForm, field: Field) -> None:
        if form.wants_a_look or (field.data or "").strip():
            return
        is_for_others = form.publishes or (form.post and form.post.is_promised)
        if is_for_others or not (form.title.data or form.summary.data):
            raise StopValidation(self.message)


class WordsPart:
    """What is written: the text that revisions keep and that two tabs can differ in."""

    title = LineField(_l("Title"), [AtMost(TITLE_LONGEST)])
    summary = LineField(_l("A line underneath"), [AtMost(SUMMARY_LONGEST)])
    body = TextField(_l("Your text, in Markdown"), [SomeWords(), AtMost(BODY_LONGEST)])

    @property
    def words(self) -> dict[str, str]:
        return {
            "title": self.title.data or "",
            "summary": self.summary.data or "",
            "body": self.body.data or "",
        }

    @property
    def word_count(self) -> int:
        """How many words it is about, marks and addresses among them."""
        return count_words(self.body.data or "")

    def says_what(self, post: Worded) -> bool:
        """Whether ``post`` has this very text already."""
        return self.words == post.words


class HistoryPart:
    """Whether readers find the texts that it had before."""

    shows_history = BooleanField(_l("Let readers see earlier texts"))


class TagsPart:
    """Under which words it is found, beside the hashtags of the text."""

    tag_line = TagsField(_l("Tags, separated by commas"))


class Sheet(Form):
    """What every sheet knows of itself, whatever is written on it."""

    # Which state of the post the text was written over.
    version = IntegerField(validators=[Optional()])
    # And which newer state it is meant to replace, by somebody who has seen both.
    replaces = IntegerField(validators=[Optional()])
    # Names this sheet of paper: sent twice, it is one post.
    form_key = HiddenLine(default=new_form_key, validators=[Length(max=36)])
    # Which button was pressed.
    do = HiddenLine()

    desk: Desk

    @property
    def wants_preview(self) -> bool:
        return bool(self.do.data == "preview")

    @property
    def wants_a_look(self) -> bool:
        """Whether nothing is to be kept yet: a preview, or a note on a whole sheet."""
        return self.do.data in {"preview", "open"}

    @property
    def publishes(self) -> bool:
        return self.do.data in {"publish", "schedule", "now"}


class PostForm(
    WordsPart,
    TagsPart,
    HistoryPart,
    AudiencePart,
    RepliesPart,
    SchedulePart,
    AddressPart,
    OriginPart,
    SeriesPart,
    UnsentPart,
    CoverPart,
    Sheet,
):
    desk = Desk("posts", "autosaves", "posts/edit.html", splits=True)

    def lay_on(self, post: Post) -> None:
        """Give ``post`` all that stands on the sheet.

        :raises Conflict: when it has got another text since this one was begun.
        """
        if self.visibility.data == PRIVATE:
            # Before anything is changed: else this text would count as seen by others.
            self.lay_audience_on(post)
        post.accept(self.words, over=self.version.data, replacing=self.replaces.data)
        post.shows_history = self.shows_history.data
        post.tag_with(self.tag_line.tags)
        self.lay_audience_on(post)
        self.lay_replies_on(post)
        self.lay_schedule_on(post)
        self.lay_address_on(post)
        self.lay_origin_on(post)
        self.lay_series_on(post)
        self.let_go_of_copy(post)
        self.lay_cover_on(post)

    @property
    def other_side(self) -> str:
        """The key of the same sheet turned over, the same for the same text."""
        return str(uuid5(NAMESPACE_OID, f"{self.form_key.data}{self.words}"))

    def post_on_it(self) -> tuple[str | None, Post | None]:
        """The key of the sheet that was sent, and the post that it holds already."""
        key = self.form_key.data or None
        twin = find.post_written_in(key)
        if twin and twin.is_promised and not self.says_what(twin):
            # Back from what is published, its other side takes another post.
            key = self.other_side
            twin = find.post_written_in(key)
        return key, twin
