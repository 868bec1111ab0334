"""What may stand in an address, and where to go next."""

#: 11
from typing import Any

#:
from flask import Flask, request, url_for  #: 8-10
from flask import Flask, current_app, request, url_for  #: 11
from werkzeug.routing import BaseConverter, IntegerConverter

from app.lib import pictures  #: 15
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


#: 15
class PictureName(BaseConverter):
    """The name of a picture that somebody has brought."""

    regex = pictures.NAME


class PictureFile(BaseConverter):
    """A file that was made of a picture, as in ``480.webp``."""

    regex = pictures.FILE


#:
class Id(IntegerConverter):
    """A row number that a database can compare: more than 63 bits is no row."""

    def __init__(self, url_map: object) -> None:
        super().__init__(url_map, min=1, max=2**63 - 1)  # type: ignore[arg-type]


def init_app(app: Flask) -> None:
    app.url_map.converters.update(handle=Handle, slug=Slug, id=Id)
    app.url_map.converters.update(picture=PictureName, file=PictureFile)  #: 15
#: 11
    app.jinja_env.globals.update(absolute_url=absolute_url)


def absolute_url(endpoint: str, **values: Any) -> str:
    """The whole address of a page, on ``SITE_URL`` whatever name was asked for.

    Links that leave the site (in mail, in feeds) are made with this: the Host header
    is what a stranger sent.
    """
    return f"{current_app.config['SITE_URL']}{url_for(endpoint, **values)}"
#:


def this_path() -> str:
    """The address that was asked for, with its query."""
    return request.full_path.rstrip("?")


def next_path() -> str:
    """Where the reader wanted to go before they had to stop; never another site."""
    wanted = request.values.get("next")
#: 8-15
    return wanted if wanted and is_local_path(wanted) else url_for("explore.index")
#:
#: 16
    return wanted if wanted and is_local_path(wanted) else url_for("timelines.index")


def back_path(fallback: str) -> str:
    """The page of this site that the reader came from, else ``fallback``."""
    came_from = request.form.get("back")
    return came_from if came_from and is_local_path(came_from) else fallback
#:
