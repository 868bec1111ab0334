"""What is on the sheet, kept before anybody decided to send it.

A text that nobody was promised is a draft, and is kept in itself. What others have, or
will have on a day that is set, stays as it is: what is typed over it is put aside as it
was typed, until the writer says "Update".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from flask import request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.validators import Length

from app.models import Conflict
from app.models.post import BODY_LONGEST
from app.models.versions import Worded
from app.models.working_copy import PutAside
from app.web.forms import HiddenLine

# About the sheet, not on it.
_ABOUT = frozenset(("csrf_token", "do", "form_key", "replaces", "stamp", "version"))
# As typed, a text may be longer than as published: it is shortened before.
_BEARABLE = BODY_LONGEST * 11 // 10


class UnsentPart:
    """The part of the sheet that knows what its writer has not sent yet."""

    # Which copy the text was typed over; empty for none.
    stamp = HiddenLine(validators=[Length(max=36)])

    if TYPE_CHECKING:
        body: Field
        replaces: Field
        version: Field

        def __iter__(self) -> Field: ...
        def validate(self) -> bool: ...
        def lay_on(self, post: Any) -> None: ...
        def says_what(self, post: Worded) -> bool: ...

    @classmethod
    def of(cls, post: Any) -> Self:
        """The sheet of ``post`` as its writer left it."""
        form = cls(obj=post)  # type: ignore[call-arg]
        if copy := post.working_copy:
            typed = MultiDict((n, t) for n, texts in copy.typed.items() for t in texts)
            for field in form:
                if field.name in copy.typed:
                    field.process(typed)
            form.version.data, form.stamp.data = copy.over, copy.stamp
        return form

    def may_be_kept(self, post: Any | None = None) -> bool:
        """Whether what was typed can wait; faults are borne where nobody sees them."""
        if post is None or not post.is_promised:
            return self.validate()
        is_bearable = sum(map(len, self._everything())) <= _BEARABLE
        if not is_bearable:
            self.body.errors = [_("This is too long to be kept. Shorten it first.")]
        return is_bearable

    def keep_for(self, post: Any) -> None:
        """Keep what is on the sheet without showing anybody what they do not have.

        :raises Conflict: when another tab has changed the post or its copy meanwhile.
        """
        if self._is_behind(post):
            raise Conflict(post)
        if not post.is_promised:
            self.lay_on(post)
        elif self._adds_nothing_to(post):
            post.drop_working_copy()
        else:
            copy = post.working_copy
            known = copy.over if copy and self._goes_on_with(copy) else post.version
            post.put_aside(self._typed(), over=known)

    def let_go_of_copy(self, post: Any) -> None:
        """Drop the copy that went into the post; one of another tab stays."""
        if post.working_copy and not self._is_behind_the_copy_of(post):
            post.drop_working_copy()

    def seen_of(self, post: Any) -> dict[str, object]:
        """What the page has seen of ``post`` from here on, by its hidden fields.

        A choice counts where it differs from what was seen: what has just been laid on
        the post and is chosen back must differ too.
        """
        if post.working_copy:
            return {}
        fresh = type(self)(blank=True, obj=post)  # type: ignore[call-arg]
        return {f.name: f.data or "" for f in fresh if f.name.endswith("_seen")}

    def _is_behind(self, post: Any) -> bool:
        copy = post.working_copy
        if copy and self._goes_on_with(copy):
            return False
        seen = {self.version.data, self.replaces.data}
        if post.version not in seen and not self.says_what(post):
            return True
        return self._is_behind_the_copy_of(post)

    def _is_behind_the_copy_of(self, post: Any) -> bool:
        copy = post.working_copy
        if copy is None:
            # The one that was begun with has been sent meanwhile, or thrown away.
            return bool(self.stamp.data) and not self.says_what(post)
        return not self._goes_on_with(copy) and copy.typed != self._typed()

    def _goes_on_with(self, copy: PutAside | None) -> bool:
        return copy is not None and copy.stamp == self.stamp.data

    def _adds_nothing_to(self, post: Any) -> bool:
        given = type(self)(blank=True, obj=post)  # type: ignore[call-arg]
        return self._said() == given._said()

    def _said(self) -> dict[str, object]:
        return {field.name: field.data for field in self if field.name not in _ABOUT}

    def _typed(self) -> dict[str, list[str]]:
        """Every field with all that was sent for it, also nothing."""
        names = [field.name for field in self if field.name not in _ABOUT]
        return {name: request.form.getlist(name) for name in names}

    def _everything(self) -> list[str]:
        return [text for texts in self._typed().values() for text in texts]
