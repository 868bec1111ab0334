"""The drawn cards, each kept for a while under what is drawn on it."""

import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from flask import Flask, abort, current_app

from app.lib.card_drawing import card
from app.lib.card_sheets import CardSheet
from app.lib.card_text import font_at
from app.lib.crops import AVATAR
from app.lib.stores import LocalStore, StoreFailed
from app.web.limits import is_few
from app.web.network import network
from app.web.pictures import store

FOLDER, FILE = "cards", "card.png"
#: For how long one is kept: then it is drawn again, should anybody ask for it. What is
#: gone from the site is gone from here then, too.
KEPT = timedelta(days=7)
#: How many are kept in each of the 256 folders: 4,096 together, some 100 MB.
MOST_IN_A_FOLDER = 16
# Who asks for more than that a minute is no network that shows a link.
_MOST_DRAWN = "120 per minute"


def init_app(app: Flask) -> None:
    app.extensions["cards"] = LocalStore(Path(app.instance_path) / FOLDER)
    app.extensions["card_fonts"] = list(_readable(app, app.config["CARD_FONT"]))


def _readable(app: Flask, file: str) -> Iterator[Path]:
    """The font that the settings name, if it is one; the site works without."""
    if file:
        try:
            font_at(Path(file), 32)
            yield Path(file)
        except OSError as error:
            app.logger.error("CARD_FONT is no font that can be read: %s", error)


def picture_of(sheet: CardSheet) -> bytes:
    """The card as a PNG, drawn if it is not there; 429 or 503 where it is too much."""
    with suppress(StoreFailed):
        if known := _kept().get(sheet.digest, FILE):
            return known
    if not is_few(_MOST_DRAWN, "cards", network()):
        abort(429)
    try:
        data = card(sheet, _face(sheet.avatar), _fonts())
    except TimeoutError:
        abort(503)
    _keep(sheet.digest, data)
    return data


def drop_old() -> None:
    """Forget the cards that were drawn too long ago."""
    kept, longest = _kept(), time.time() - KEPT.total_seconds()
    for name in list(kept.names()):
        if _drawn_at(kept.folder / name[:2] / name) < longest:
            kept.delete(name)


def _keep(digest: str, data: bytes) -> None:
    """Write it down, in place of the oldest in its folder; a full disk keeps none."""
    kept = _kept()
    beside = sorted(kept.folder.glob(f"{digest[:2]}/*"), key=_drawn_at)
    with suppress(StoreFailed):
        for place in beside[: len(beside) - MOST_IN_A_FOLDER + 1]:
            kept.delete(place.name)
        kept.put(digest, FILE, data)


def _kept() -> LocalStore:
    kept: LocalStore = current_app.extensions["cards"]
    return kept


def _drawn_at(place: Path) -> float:
    try:
        return place.stat().st_mtime
    except FileNotFoundError:  # another process was faster
        return 0


def _face(avatar: str) -> bytes | None:
    """A picture that somebody shows of themselves; none where it cannot be had."""
    try:
        return store().get(avatar, f"{AVATAR.widths[1]}.webp") if avatar else None
    except StoreFailed:
        return None


def _fonts() -> list[Path]:
    """What the site has for letters that our own font lacks."""
    fonts: list[Path] = current_app.extensions["card_fonts"]
    return fonts
