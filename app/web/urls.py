"""What may stand in an address, and where to go next."""

from typing import Any

from flask import Flask, current_app, request, url_for
from werkzeug.routing import BaseConverter, IntegerConverter

from app.lib import pictures
from app.lib.addresses import is_local_path


class Handle(BaseConverter):
    """A handle in any case; views get the one spelling."""

    regex = "[A-Za-z0-9_]{1,30}"

    def to_python(self, value: str) -> str:
        return value.lower()


class Slug(BaseConverter):
    """One part of a path, without what no slug has and a database refuses."""

    regex = r"[^/\x00-\x20]{1,120}"
    # After the named pages of a person, whatever the order of the features.
    weight = 500


class PictureName(BaseConverter):
    """The name of a picture that somebody has brought."""

    regex = pictures.NAME


class PictureFile(BaseConverter):
    """A file that was made of a picture, as in ``480.webp``."""

    regex = pictures.FILE


class Digits(IntegerConverter):
    """A number in the one spelling: other scripts have digits of their own."""

    regex = "[0-9]+"


class Id(IntegerConverter):
    """A row number that a database can compare: more than 63 bits is no row."""

    def __init__(self, url_map: object) -> None:
        super().__init__(url_map, min=1, max=2**63 - 1)  # type: ignore[arg-type]


class Row(BaseConverter):
    """A row number; 0 for whatever is none: the view says what is not there."""

    def to_python(self, value: str) -> int:
        is_number = value.isascii() and value.isdecimal() and len(value) < 19
        return int(value) if is_number else 0


def init_app(app: Flask) -> None:
    app.url_map.converters.update(
        handle=Handle,
        slug=Slug,
        id=Id,
        row=Row,
        digits=Digits,
        picture=PictureName,
        file=PictureFile,
    )
    app.jinja_env.globals.update(absolute_url=absolute_url, this_path=this_path)


def absolute_url(endpoint: str, **values: Any) -> str:
    """The whole address of a page, on ``SITE_URL`` whatever name was asked for.

    Links that leave the site (in mail, in feeds) are made with this: the Host header
    is what a stranger sent.
    """
    return f"{current_app.config['SITE_URL']}{url_for(endpoint, **values)}"


def this_path() -> str:
    """The address that was asked for, with its query."""
    return request.full_path.rstrip("?")


def next_path(fallback: str = "timelines.index") -> str:
    """Where the reader wanted to go before they had to stop; never another site."""
    wanted = request.values.get("next")
    return wanted if wanted and is_local_path(wanted) else url_for(fallback)


def back_path(fallback: str) -> str:
    """The page of this site that the reader came from, else ``fallback``."""
    came_from = request.form.get("back")
    return came_from if came_from and is_local_path(came_from) else fallback
