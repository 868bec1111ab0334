"""How a request is read: strictly, and with one shape of what is wrong with it."""

from collections.abc import Iterator
from typing import Any, NoReturn

import marshmallow as ma
from flask import Request
from webargs.core import is_json
from webargs.flaskparser import FlaskParser
from webargs.multidictproxy import MultiDictProxy
from werkzeug.datastructures import MultiDict

from app.lib import strict_json
from app.web.problems import Problem, refuse

#: What marshmallow says in sentences of its own, as the end of one that begins with
#: the name of the field: "limit must be …", as in "title can't be blank".
_ENDINGS = {
    "Missing data for required field": "is missing",
    "Field may not be null": "can't be null",
    "Invalid input type": "must be an object",
    "Not a valid": "is not a valid",
    "Must be": "must be",
    "Longer than": "is longer than",
    "Shorter than": "is shorter than",
}


class Parser(FlaskParser):
    """Gives views what their schema makes of a body, a query or a file."""

    # Each schema says itself what it thinks of what it does not know.
    DEFAULT_UNKNOWN_BY_LOCATION = {"query": ma.EXCLUDE, "parts": ma.EXCLUDE}

    __location_map__ = {**FlaskParser.__location_map__, "parts": "load_parts"}

    def load_parts(self, req: Request, schema: ma.Schema) -> Any:
        """What stands in a form, its files among it."""
        parts = MultiDict([*req.form.items(multi=True), *req.files.items(multi=True)])
        return MultiDictProxy(parts, schema)

    def load_json(self, req: Request, schema: ma.Schema) -> Any:
        """What stands in the body; an empty one is an empty object."""
        body = req.get_data(cache=True)
        if not body.strip():
            return {}
        if not is_json(req.mimetype):
            refuse(415, **{"content-type": "must be application/json"})
        try:
            found = strict_json.parse(body)
        except strict_json.NotJson as why:
            refuse(400, body=str(why))
        if not isinstance(found, dict):
            refuse(422, body="must be an object")
        return found

    def handle_error(
        self, error: ma.ValidationError, req: Request, schema: ma.Schema, **_: Any
    ) -> NoReturn:
        """:raises Problem: 422, with every field that is wrong."""
        boxed = getattr(schema, "boxed", "")
        wrong: dict[str, list[str]] = {}
        for names, words in _faults(error.messages):
            place = [str(name) for name in names if name != boxed]
            within = (name for name in place[1:] if name != "_schema")
            field = next(within, boxed or "body")
            wrong.setdefault(field, []).extend(words)
        raise Problem(422, wrong)


def _faults(
    messages: Any, names: tuple[Any, ...] = ()
) -> Iterator[tuple[tuple[Any, ...], list[str]]]:
    """Each list of faults in ``messages``, with the names that lead to it."""
    if isinstance(messages, dict):
        for name, inner in messages.items():
            yield from _faults(inner, (*names, name))
    else:
        yield names, [_as_ending(str(words)) for words in messages]


def _as_ending(words: str) -> str:
    for beginning, ours in _ENDINGS.items():
        if words.startswith(beginning):
            return (ours + words.removeprefix(beginning)).removesuffix(".")
    return words
