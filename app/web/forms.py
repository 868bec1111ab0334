"""What every form shares: clean text, and errors that one can act upon."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage
from wtforms import Field, MultipleFileField, StringField, TextAreaField
from wtforms import Form as BaseForm
from wtforms.fields import SelectChoice
from wtforms.validators import StopValidation
from wtforms.widgets import HiddenInput

from app.lib.plaintext import one_line, several_lines


class Form(BaseForm):
    """A form of the site, filled with what was sent if something was.

    Only a form is a form: JSON or a file in its place is not read. The CSRF token is
    no business of a single form, it is checked for every request before any view.

    :param blank: take nothing from the request.
    """

    def __init__(self, *, blank: bool = False, **known: Any) -> None:
        sent = request.form if request.method == "POST" and not blank else None
        super().__init__(sent, **known)

    @property
    def faults(self) -> list[tuple[Field, str]]:
        """Every field with an error, and its first error: what the reader must fix."""
        return [(field, field.errors[0]) for field in self if field.errors]


def choices(names: Mapping[Any, object]) -> list[SelectChoice]:
    """What a field offers: each value of ``names``, by the name that people read."""
    return [SelectChoice(value, name) for value, name in names.items()]


class LineField(StringField):
    """A single line of text: no breaks, no control characters, trimmed."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = one_line(valuelist[0]) if valuelist else ""


class HiddenLine(LineField):
    """A line that the page fills in, not the reader."""

    widget = HiddenInput()


class TextField(TextAreaField):
    """Several lines of text, as typed but for control characters."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = several_lines(valuelist[0]) if valuelist else ""


class PicturesField(MultipleFileField):
    """Pictures that were sent; a field that was left empty brings none."""

    data: list[FileStorage]

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        sent = request.files.getlist(self.name)
        self.data = [file for file in sent if file.filename]


class Needed:
    """Refuse an empty field with a sentence that says what belongs there."""

    field_flags = {"required": True}

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, form: BaseForm, field: Field) -> None:
        if not (field.data or "").strip():
            raise StopValidation(self.message)


class AtMost:
    """Refuse more than ``length`` characters, and look no further at the field."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.field_flags = {"maxlength": length}

    def __call__(self, form: BaseForm, field: Field) -> None:
        if len(field.data or "") > self.length:
            raise StopValidation(
                _(
                    "This may be %(max)d characters long at most. Shorten it a little.",
                    max=self.length,
                )
            )
