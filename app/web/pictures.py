"""Bringing pictures, and having their files kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from werkzeug.datastructures import FileStorage
from werkzeug.utils import import_string

from app.extensions import db
from app.lib import imaging
from app.lib.crops import COVER_RATIO, SHAPES, Crop
from app.lib.imaging import Remade
from app.lib.picture_headers import Fault, RefusedPicture
from app.lib.picture_limits import MOST_BYTES
from app.lib.plaintext import one_line
from app.lib.stores import LocalStore, Store, StoreFailed, StoreFull
from app.models import Picture
from app.models.columns import now
from app.web import find

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
_FULL = _l("There’s no room left on this site. Whoever runs it has to make some.")
_LOST = _l("The file of this picture is missing. Bring it once more.")
_AWAY = _l("Your picture could not be kept. Try again in a few minutes.")


class NotKept(Exception):
    """A picture is not here; ``words`` say why, and what to do."""

    def __init__(self, words: object) -> None:
        super().__init__(words)
        self.words = str(words)


@dataclass(frozen=True)
class Refusal:
    """A file that was sent and not kept."""

    file: str
    words: str


def init_app(app: Flask) -> None:
    url = app.config["MEDIA_URL"]
    # Loaded only where it is used: boto3 would double the memory of the site.
    make = import_string("app.lib.s3.S3Store") if url else LocalStore
    app.extensions["pictures"] = make(url or Path(app.instance_path) / FOLDER)


def store() -> Store:
    """Where the files are."""
    kept: Store = current_app.extensions["pictures"]
    return kept


def keep_all(
    files: Iterable[FileStorage], alt: str
) -> tuple[list[Picture], list[Refusal]]:
    """Keep each of ``files`` for the reader; what was kept, and what was not."""
    kept, refused = [], []
    for file in files:
        try:
            kept.append(keep(file.stream.read(MOST_BYTES + 1), alt))
        except NotKept as why:
            refused.append(Refusal(one_line(file.filename or "")[:100], why.words))
    return kept, refused


def keep(data: bytes, alt: str = "") -> Picture:
    """Make the picture in ``data`` anew, and keep it for the reader.

    Its row is committed before its files are written. Whatever stops it in between
    leaves a row that nothing shows, and no file that nobody knows of.

    :raises NotKept: with nothing left behind.
    """
    # Nothing is written while it is made, which takes a second: others may.
    db.session.commit()
    return _kept(_made(lambda: imaging.remade(data)), alt)


def wear(kind: str, original: Picture, crop: Crop) -> None:
    """Have the reader's profile show a part of ``original`` as ``kind``.

    :raises NotKept: and the profile shows what it showed before.
    """
    data = _held(original)
    part = _kept(_made(lambda: imaging.cut(data, crop, SHAPES[kind])), is_part=True)
    find.oneself(f"{kind}_name").wear(kind, part, original, crop)


def cut_out(original: Picture, crop: Crop) -> Picture:
    """Keep a part of ``original``, in the shape of a cover, as a picture of its own.

    :raises NotKept: with nothing left behind.
    """
    data = _held(original)
    part = _made(lambda: imaging.cut_out(data, crop, COVER_RATIO))
    return _kept(part, original.alt)


def told(picture: Picture) -> dict[str, object]:
    """What a script has to know of a picture, to show it and to write it down."""
    return {
        "name": picture.name,
        "markdown": picture.markdown,
        "src": picture.info.small,
        "width": picture.width,
        "height": picture.height,
        "alt": picture.alt,
        "tone": picture.info.tone,
    }


def _held(picture: Picture) -> bytes:
    """The best file of a picture that nobody sweeps away while it is cut."""
    picture.needed_at = now()
    db.session.commit()
    try:
        data = store().get(picture.name, picture.largest)
    except StoreFailed as error:
        raise NotKept(_AWAY) from error
    if data is None:
        raise NotKept(_LOST)
    return data


def _kept(made: Remade, alt: str = "", is_part: bool = False) -> Picture:
    picture = _recorded(made, alt, is_part)
    try:
        for file, content in made.files.items():
            store().put(picture.name, file, content)
    except StoreFailed as error:
        current_app.logger.error("A picture could not be kept: %s", error)
        drop(picture)
        raise NotKept(_FULL if isinstance(error, StoreFull) else _AWAY) from error
    return picture


def drop(picture: Picture) -> bool:
    """Remove ``picture`` unless something shows it; whether it is gone."""
    is_gone = picture.drop()
    db.session.commit()
    if is_gone:
        _forget(picture.name)
    return is_gone


def _forget(name: str) -> None:
    try:
        store().delete(name)
    except StoreFailed as error:  # the nightly sweep will find what is left
        current_app.logger.warning("Files of %s are still there: %s", name, error)


def _made(make: Callable[[], Remade]) -> Remade:
    try:
        return make()
    except RefusedPicture as error:
        raise NotKept(_WORDS[error.fault]) from error
    except TimeoutError as error:
        raise NotKept(_BUSY) from error


def _recorded(made: Remade, alt: str, is_part: bool) -> Picture:
    """Write down the row. Of two uploads at once the second counts the first."""
    owner = find.oneself("handle")
    picture = Picture.brought(owner.id, made, alt)
    picture.is_part = is_part
    if used() + picture.weight > quota():
        db.session.commit()  # nothing but the lock, which others wait for
        raise NotKept(_no_room())
    db.session.add(picture)
    db.session.commit()
    return picture


def used() -> int:
    """How many bytes the reader's pictures take."""
    return db.session.scalar(Picture.weight_of(current_user.id)) or 0


def quota() -> int:
    """How many bytes the pictures of one member may take."""
    return int(current_app.config["MEDIA_QUOTA"])


def _no_room() -> str:
    return _(
        "Your pictures may take %(quota)d MB together, and this one is too much. "
        "Delete some that you no longer show.",
        quota=quota() // 1_000_000,
    )
