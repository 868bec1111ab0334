"""A line of tags, as it is typed on a form."""

import re
from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import ngettext as _n
from wtforms import Form as BaseForm
from wtforms.validators import StopValidation

from app.lib.plaintext import shortened
from app.lib.tags import LONGEST, MOST, normalized, split
from app.web.forms import LineField

_LINES = re.compile(r"[\r\n]+")


class TagsField(LineField):
    """Tags between commas, or one a line: ``tags``; ``data`` is what was typed."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        super().process_formdata([_LINES.sub(", ", text) for text in valuelist])

    @property
    def tags(self) -> tuple[str, ...]:
        """Each tag once, in the order in which they were typed."""
        return split(self.data or "")

    def pre_validate(self, form: BaseForm) -> None:
        tags = self.tags
        if len(tags) > MOST:
            over = len(tags) - MOST
            raise StopValidation(
                _n(
                    "There’s room for ten tags. Remove one.",
                    "There’s room for ten tags. Remove %(num)d.",
                    over,
                )
            )
        for tag in tags:
            if not normalized(tag):
                raise StopValidation(_too_long(tag))


def _too_long(tag: str) -> str:
    return _(
        "A tag may be %(most)d characters long at most. Shorten “%(tag)s”.",
        most=LONGEST,
        tag=shortened(tag, 30),
    )
