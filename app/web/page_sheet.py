"""The sheet that pages of the site are written on: the same as that of posts, and less.

Words, pictures, the preview and all that keeps them while they are written are the
parts of :mod:`app.web.sheet`; here is what only a page has.
"""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms import BooleanField, Field, IntegerField, SelectField
from wtforms.validators import NumberRange, Optional, ValidationError

from app.lib import slugs
from app.models import Page
from app.models.address import SLUG_LONGEST
from app.models.page_address import RESERVED
from app.web import find_pages
from app.web.desks import Desk
from app.web.forms import AtMost, Form, HiddenLine, LineField, choices
from app.web.furniture import WRITTEN, is_changed
from app.web.sheet import Sheet, WordsPart
from app.web.unsent import UnsentPart

#: How many pages there are room for at the foot, by number.
LAST = 99


class PlacePart(Form):
    """Where a page is found. What was not touched stays as another tab has set it."""

    slug = LineField(_l("Address"), [AtMost(SLUG_LONGEST)])
    slug_seen = HiddenLine(default="")
    language = SelectField(_l("Language"), choices=choices(WRITTEN), default="")
    language_seen = HiddenLine(default="")
    is_linked = BooleanField(_l("Link it at the foot of every page"))
    is_linked_seen = HiddenLine(default="")
    place = IntegerField(
        _l("Place among them"),
        [Optional(), NumberRange(0, LAST, _l("Between 0 and %(max)s."))],
    )
    place_seen = HiddenLine(default="")

    page: Page | None
    form_key: HiddenLine

    def __init__(self, *, obj: Page | None = None, **known: Any) -> None:
        super().__init__(obj=obj, **known)
        if obj is not None:
            self.slug_seen.data = self.slug.data or ""
            self.language_seen.data = self.language.data
            self.is_linked_seen.data = "1" if self.is_linked.data else ""
            self.place_seen.data = str(self.place.data or 0)

    def validate_slug(self, field: Field) -> None:
        if not field.data or not is_changed(field, self.slug_seen):
            return
        slug = slugs.normalized(field.data)
        if not slug:
            raise ValidationError(_("An address needs a letter or a digit."))
        if slug in RESERVED:
            raise ValidationError(
                _(
                    "“%(slug)s” is kept for the site itself. Add a word to it.",
                    slug=slug,
                )
            )
        if find_pages.is_taken(slug, self.page, self.form_key.data):
            raise ValidationError(
                _("Another page is or was there, or lies in the bin. Choose another.")
            )

    def lay_place_on(self, page: Page) -> None:
        if is_changed(self.slug, self.slug_seen):
            page.move_to(slugs.normalized(self.slug.data or ""))
        if is_changed(self.language, self.language_seen):
            page.language = self.language.data or ""
        # A box that is not ticked is not sent.
        if self.is_linked.data != bool(self.is_linked_seen.data):
            page.is_linked = self.is_linked.data
        place = self.place.data or 0
        if self.place.raw_data and str(place) != (self.place_seen.data or "0"):
            page.place = place


class PageForm(WordsPart, PlacePart, UnsentPart, Sheet):
    desk = Desk("pages", "page_autosaves", "pages/edit.html")

    #: A page shows no picture above its text.
    cover = None

    def __init__(
        self, *, obj: Page | None = None, post: Page | None = None, **known: Any
    ) -> None:
        #: What the sheet is laid on, if there is something already; a page in all but
        #: the name, by which the parts that posts and pages share know it.
        self.post = self.page = post or obj
        super().__init__(obj=obj, **known)

    def validate_title(self, field: Field) -> None:
        is_for_others = self.publishes or (self.page and self.page.is_promised)
        if is_for_others and not field.data and not self.wants_a_look:
            raise ValidationError(_("Give the page a title: it is linked by it."))

    def lay_on(self, page: Page) -> None:
        """Give ``page`` all that stands on the sheet.

        :raises Conflict: when it has got another text since this one was begun.
        """
        page.is_in_hands_of(current_user)
        page.accept(self.words, over=self.version.data, replacing=self.replaces.data)
        self.lay_place_on(page)
        self.let_go_of_copy(page)

    def keep_for(self, post: Page) -> None:
        post.is_in_hands_of(current_user)
        super().keep_for(post)

    def page_on_it(self) -> Page:
        """The page that was begun on this sheet, which may be this very moment."""
        key = self.form_key.data or None
        begun = find_pages.written_in(key)
        return begun or Page.begin(current_user, self.words, key)
