"""What a form may consist of, beside how long it may be."""

from io import BytesIO
from typing import IO, Any

import flask
from flask import Flask
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

#: The longest list that somebody sorts, and some more.
MOST_FIELDS = 1_000


class FormParser(FormDataParser):
    """Counts the fields before it reads them.

    Werkzeug does so for forms with files only. In three megabytes there is room for
    800,000 fields, which take it three seconds.
    """

    def parse(
        self,
        stream: IO[bytes],
        mimetype: str,
        content_length: int | None,
        options: dict[str, str] | None = None,
    ) -> Any:
        """:raises RequestEntityTooLarge: where there are more than ``MOST_FIELDS``."""
        if mimetype == "application/x-www-form-urlencoded":
            body = stream.read()
            if body.count(b"&") >= MOST_FIELDS:
                raise RequestEntityTooLarge
            stream = BytesIO(body)
        return super().parse(stream, mimetype, content_length, options)


class Request(flask.Request):
    form_data_parser_class = FormParser


def init_app(app: Flask) -> None:
    app.request_class = Request
