"""Bringing pictures, and having their files kept."""

from collections.abc import Iterable
from pathlib import Path

from flask import Flask, current_app
from flask_babel import lazy_gettext as _l

from app.extensions import db
from app.lib.imaging import Remade, remade
from app.lib.picture_headers import Fault, RefusedPicture
from app.lib.stores import LocalStore, Store, StoreFailed
from app.models import Picture, Post

FOLDER = "media"
_WORDS = {
    Fault.UNKNOWN: _l("This is no picture that browsers show. Save it as JPEG or PNG."),
    Fault.BROKEN: _l("This picture is damaged, or ends too early. Save it once more."),
    Fault.HEAVY: _l("A picture may weigh 10 MB at most. Save it a little smaller."),
    Fault.LARGE: _l("A picture may have 40 million pixels at most. Make it smaller."),
    Fault.LONG: _l(
        "No side may be longer than 12,000 pixels. Cut it, or make it smaller."
    ),
    Fault.MOVES: _l("That moves for too long. Make it shorter, or smaller."),
}
_BUSY = _l("Many pictures are being made at this moment. Try again in a minute.")
_AWAY = _l("Your picture could not be kept. Try again in a few minutes.")


class NotKept(Exception):
    """A picture is not here; ``words`` say why, and what to do."""

    def __init__(self, words: object) -> None:
        super().__init__(words)
        self.words = str(words)


def init_app(app: Flask) -> None:
    app.extensions["pictures"] = LocalStore(Path(app.instance_path) / FOLDER)


def store() -> Store:
    """Where the files are."""
    kept: Store = current_app.extensions["pictures"]
    return kept


def put_above(post: Post, data: bytes, alt: str) -> None:
    """Make the picture in ``data`` anew, and have ``post`` wear it.

    :raises NotKept: and it wears what it wore before.
    """
    made = _made(data)
    picture = Picture.brought(post.id, made, alt)
    db.session.add(picture)
    # The row before the files: what has no row belongs to nobody, and may go.
    db.session.commit()
    try:
        for file, content in made.files.items():
            store().put(picture.name, file, content)
    except StoreFailed as error:
        current_app.logger.error("A picture could not be kept: %s", error)
        db.session.delete(picture)
        db.session.commit()
        forget([picture.name])
        raise NotKept(_AWAY) from error
    gone = post.wear(picture)
    db.session.commit()
    forget(gone)


def forget(names: Iterable[str]) -> None:
    """Remove the files of pictures whose rows have gone."""
    for name in names:
        try:
            store().delete(name)
        except StoreFailed as error:  # ``flask media sweep`` finds what is left
            current_app.logger.warning("Files of %s are still there: %s", name, error)


def _made(data: bytes) -> Remade:
    try:
        return remade(data)
    except RefusedPicture as error:
        raise NotKept(_WORDS[error.fault]) from error
    except TimeoutError as error:
        raise NotKept(_BUSY) from error
