"""The part of the sheet that chooses a picture to stand above the text."""

from functools import cached_property

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms import Field
from wtforms.validators import StopValidation

from app.extensions import db
from app.lib.pictures import ALT_LONGEST
from app.models import Picture, Post, gallery
from app.models.cover import CAPTION_LONGEST
from app.web.forms import AtMost, LineField

#: How many of the reader's pictures stand there to be chosen from.
OFFERED = 12


class CoverPart:
    """What stands above the text."""

    cover_name = LineField(_l("Cover"))
    cover_alt = LineField(_l("What does one see on it?"), [AtMost(ALT_LONGEST)])
    cover_caption = LineField(_l("Caption"), [AtMost(CAPTION_LONGEST)])

    def validate_cover_name(self, field: Field) -> None:
        if field.data and self.cover is None:
            raise StopValidation(
                _("That picture isn’t there any more. Choose another.")
            )
        if not field.data and (self.cover_alt.data or self.cover_caption.data):
            raise StopValidation(_("Choose the picture that these words are about."))

    @cached_property
    def covers(self) -> list[Picture]:
        """The chosen one, then what the reader brought last."""
        is_chosen = Picture.name == (self.cover_name.data or "")
        shelf = gallery.shelf(current_user).limit(OFFERED)
        newest = Picture.created_at.desc(), Picture.id.desc()
        return list(db.session.scalars(shelf.order_by(is_chosen.desc(), *newest)))

    @property
    def cover(self) -> Picture | None:
        chosen = self.cover_name.data
        if not chosen:
            return None
        return next((one for one in self.covers if one.name == chosen), None)

    def lay_cover_on(self, post: Post) -> None:
        """A form that does not ask for a cover leaves the one that is there."""
        if self.cover_name.raw_data:
            alt, caption = self.cover_alt.data or "", self.cover_caption.data or ""
            post.wear(self.cover, alt=alt, caption=caption)
