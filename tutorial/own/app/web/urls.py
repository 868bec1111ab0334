"""What may stand in an address, and where to go next."""

from flask import Flask, request, url_for
from werkzeug.routing import BaseConverter, IntegerConverter

from app.lib.addresses import is_local_path


class Handle(BaseConverter):
    """A handle in any case; views get the one spelling."""

    regex = "[A-Za-z0-9_]{1,30}"

    def to_python(self, value: str) -> str:
        return value.lower()


class Slug(BaseConverter):
    """One part of a path, without what no slug has and a database refuses."""

    regex = r"[^/\x00-\x20]{1,120}"


class Id(IntegerConverter):
    """A row number that a database can compare: more than 63 bits is no row."""

    def __init__(self, url_map: object) -> None:
        super().__init__(url_map, min=1, max=2**63 - 1)  # type: ignore[arg-type]


def init_app(app: Flask) -> None:
    app.url_map.converters.update(handle=Handle, slug=Slug, id=Id)


def next_path() -> str:
    """Where the reader wanted to go before they had to stop; never another site."""
    wanted = request.values.get("next")
    return wanted if wanted and is_local_path(wanted) else url_for("explore.index")
