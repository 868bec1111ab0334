"""One stylesheet from many files, and addresses that change when a file does."""

import hashlib
from pathlib import Path

from flask import Flask, current_app

STATIC = Path(__file__).parent.parent / "static"


class Assets:
    """What is in ``static/``, read once when the application starts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stylesheet = _joined(folder / "css")
        self.version = _digest(folder, self.stylesheet)
        #: Every address below which something lies that does not change.
        self.addresses = frozenset(
            self.url(name) for name in ("site.css", *_names(folder))
        )

    def url(self, path: str) -> str:
        """The address of ``path`` below ``static/``, immutable as long as it lives.

        All files share one prefix, so that modules find each other by relative
        imports and are kept by the browser just the same.
        """
        return f"/static/{self.version}/{path}"


def init_app(app: Flask) -> None:
    assets = app.extensions["assets"] = Assets(STATIC)
    app.jinja_env.globals.update(asset=assets.url)


def current_assets() -> Assets:
    return current_app.extensions["assets"]


def _names(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    ]


def _joined(folder: Path) -> bytes:
    """The files that ``ORDER`` lists; cascade layers make the rest of the order."""
    order = (folder / "ORDER").read_text().split()
    return b"\n".join((folder / name).read_bytes() for name in order)


def _digest(folder: Path, stylesheet: bytes) -> str:
    known = hashlib.sha256(stylesheet)
    kept = [*folder.glob("js/**/*.js"), *folder.glob("img/*"), *folder.glob("*.css")]
    for path in sorted(kept):
        known.update(path.read_bytes())
    return known.hexdigest()[:12]
