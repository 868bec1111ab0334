"""The parts of the sheet that say what stands around a text.

What was not touched stays as another tab has set it: each field has a twin that knows
what the page showed when it was opened.
"""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms import Field, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from app.extensions import db
from app.lib import slugs
from app.lib.addresses import is_web_address
from app.lib.languages import LANGUAGES
from app.models import Post
from app.models.address import SLUG_LONGEST
from app.models.furniture import CANONICAL_LONGEST
from app.models.series import SERIES_TITLE_LONGEST
from app.web import find, serials
from app.web.forms import AtMost, Form, HiddenLine, LineField, choices

WRITTEN = {"": _l("Not said"), **LANGUAGES}


class AddressPart(Form):
    """Where it is found: by its title, if its author says nothing else."""

    address = LineField(_l("Address"), [AtMost(SLUG_LONGEST)])
    address_seen = HiddenLine(default="")

    form_key: HiddenLine

    def __init__(
        self, *, obj: Post | None = None, post: Post | None = None, **known: Any
    ) -> None:
        super().__init__(obj=obj, **known)
        #: What the sheet is laid on, if there is something already.
        self.post = post or obj
        if obj is not None:
            self.address_seen.data = self.address.data

    def validate_address(self, field: Field) -> None:
        if not field.data or not is_changed(field, self.address_seen):
            return
        key = self.form_key.data or ""
        if fault := fault_of_address(field.data, self.post, key):
            raise ValidationError(fault)

    def lay_address_on(self, post: Post) -> None:
        if is_changed(self.address, self.address_seen):
            post.move_to(slugs.normalized(self.address.data or ""))


class OriginPart(Form):
    """Where it is from, and in which language it is written."""

    language = SelectField(_l("Language"), choices=choices(WRITTEN), default="")
    language_seen = HiddenLine(default="")
    canonical = LineField(_l("First published at"), [AtMost(CANONICAL_LONGEST)])
    canonical_seen = HiddenLine(default="")

    def __init__(self, *, obj: Post | None = None, **known: Any) -> None:
        super().__init__(obj=obj, **known)
        if obj is not None:
            self.language_seen.data = self.language.data
            self.canonical_seen.data = self.canonical.data

    def validate_canonical(self, field: Field) -> None:
        if fault := fault_of_origin(field.data or ""):
            raise ValidationError(fault)

    def lay_origin_on(self, post: Post) -> None:
        if is_changed(self.language, self.language_seen):
            post.language = self.language.data or ""
        if is_changed(self.canonical, self.canonical_seen):
            post.canonical = self.canonical.data or ""


class SeriesPart(Form):
    """What it is part of."""

    series = SelectField(
        _l("Part of a series"),
        choices=lambda: own_series(),
        default="",
        invalid_choice_message=_l("That series is gone. Choose another one."),
    )
    series_seen = HiddenLine(default="")
    new_series = LineField(
        _l("Or begin one"), [AtMost(SERIES_TITLE_LONGEST)], default=""
    )

    post: Post | None
    do: HiddenLine

    def __init__(self, *, obj: Post | None = None, **known: Any) -> None:
        if obj is not None:
            series = serials.own_with(obj)
            known["series"] = str(series.id) if series else ""
        super().__init__(obj=obj, **known)
        if obj is not None:
            self.series_seen.data = self.series.data

    def validate_series(self, field: Field) -> None:
        if field.data and not field.errors and not self.new_series.data:
            chosen = serials.own(int(field.data))
            if not chosen.has_room_for(self.post):
                raise ValidationError(_("This series is full. Begin another one."))

    def lay_series_on(self, post: Post) -> None:
        # Half a title, kept while it is being typed, begins nothing.
        if self.new_series.data and self.do.data:
            current_user.series_called(self.new_series.data).append(post)
        elif not is_changed(self.series, self.series_seen):
            return
        elif self.series.data:
            serials.own(int(self.series.data)).append(post)
        else:
            current_user.take_out(post)


def own_series() -> list[SelectChoice]:
    """None, or one of the reader's own, as choices of a field."""
    mine = db.session.scalars(current_user.series())
    return choices({"": _("None"), **{str(one.id): one.title for one in mine}})


def is_changed(field: Field, seen: Field) -> bool:
    """Whether the form was sent with this field, and with another choice."""
    return bool(field.raw_data) and field.data != (seen.data or "")


def fault_of_address(text: str, post: Post | None, form_key: str = "") -> str:
    """Why the reader's ``post`` cannot be at ``text``, in words; empty if it can.

    Nobody else takes the address until this is done. What no number names yet is known
    by the key of its sheet.
    """
    slug = slugs.normalized(text)
    if not slug:
        return _("An address needs a letter or a digit.")
    if slug in slugs.TAKEN:
        return _("“%(slug)s” is another page of yours. Add a word to it.", slug=slug)
    others = Post.found_at(find.oneself("handle").id, slug)
    if post:
        others = others.where(Post.id != post.id)
    elif form_key:
        others = others.where(Post.form_key.is_distinct_from(form_key))
    if db.session.scalar(others.limit(1)) is None:
        return ""
    return _("Another post of yours is or was there. Choose another address.")


def fault_of_origin(address: str) -> str:
    """Why nothing was published first at ``address``, in words; empty if it may."""
    if not address or (address.startswith("https://") and is_web_address(address)):
        return ""
    return _("That doesn’t look like https://example.org/a-page.")
