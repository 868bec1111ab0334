"""The fields that requests are made of: cleaned as those of forms are, and strict."""

from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

from app.lib.plaintext import one_line, several_lines

BLANK = "can't be blank"


class Text(fields.String):
    """Several lines: no control characters, and line ends of one kind.

    :param longest: in characters.
    :param blank: whether it may be empty.
    """

    default_error_messages = {
        "required": BLANK,
        "null": BLANK,
        "blank": BLANK,
        "invalid": "must be a string",
    }

    def __init__(self, *, longest: int, blank: bool = False, **known: Any) -> None:
        words = f"is too long: {longest} characters at most"
        shortest = {} if blank else {"minLength": 1}
        known["metadata"] = {**shortest, **known.get("metadata", {})}
        self._is_short_enough = validate.Length(max=longest, error=words)
        super().__init__(validate=self._is_short_enough, **known)
        self.blank = blank

    def _deserialize(self, value: Any, *args: Any, **known: Any) -> str:
        given = super()._deserialize(value, *args, **known)
        # As it was sent, too: a program counts what it sends, not what is left of it.
        self._is_short_enough(given)
        text = self.clean(given)
        if not text.strip() and not self.blank:
            raise self.make_error("blank")
        return text

    @staticmethod
    def clean(text: str) -> str:
        return several_lines(text)


class Line(Text):
    """A single line, trimmed."""

    @staticmethod
    def clean(text: str) -> str:
        return one_line(text)


class Secret(Text):
    """A password: taken as it is."""

    @staticmethod
    def clean(text: str) -> str:
        return text


class YesNo(fields.Boolean):
    """True or false, and nothing that could mean either."""

    default_error_messages = {
        "invalid": "must be true or false",
        "null": "must be true or false",
    }

    def _deserialize(self, value: Any, *args: Any, **known: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Box(ma.Schema):
    """What a request has in one key, as in ``{"article": {…}}``: see :func:`boxed`."""

    boxed = ""

    class Meta:
        unknown = ma.EXCLUDE

    @ma.pre_load
    def fill(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """What is missing altogether is missing field by field."""
        return {**data, self.boxed: {} if (it := data.get(self.boxed)) is None else it}

    @ma.post_load
    def open(self, data: dict[str, Any], **_: Any) -> Any:
        return data[self.boxed]


def boxed(name: str, schema: type[ma.Schema]) -> type[Box]:
    """The schema of a request that has ``schema`` in the key ``name``."""
    what = {
        "required": BLANK,
        "type": "must be an object",
    }
    # Where nothing is asked for, an empty request is as good as any.
    is_asked = any(each.required for each in schema._declared_fields.values())
    inner = fields.Nested(
        schema, required=is_asked, allow_none=not is_asked, error_messages=what
    )
    return type(f"{schema.__name__}Box", (Box,), {"boxed": name, name: inner})


def shown(
    name: str, schema: type[ma.Schema], many: bool = False, title: str = ""
) -> type[ma.Schema]:
    """The schema of an answer that has ``schema`` in the key ``name``.

    :param title: what it is called itself, where another one has the same key.
    """
    inner = fields.Nested(schema, required=True, many=many)
    title = title or name.capitalize()
    return type(f"{title}Answer", (ma.Schema,), {name: inner})
