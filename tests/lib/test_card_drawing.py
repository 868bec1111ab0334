from io import BytesIO
from threading import Lock

import pytest
from PIL import Image

from app.lib import card_drawing
from app.lib.card_drawing import card
from app.lib.card_sheets import HEIGHT, WIDTH, CardSheet
from tests.support.pictures import photo

SHEET = CardSheet("On waiting", site="Inklings", name="Ann Okafor", handle="ann")
RED, INK = (226, 71, 44), (26, 33, 56)


def looked_at(data):
    return Image.open(BytesIO(data)).convert("RGB")


def share_of(data, colour):
    """How much of a picture has about this colour."""
    counted = looked_at(data).getcolors(WIDTH * HEIGHT)
    close = (
        count
        for count, seen in counted
        if all(abs(a - b) < 24 for a, b in zip(seen, colour, strict=True))
    )
    return sum(close) / (WIDTH * HEIGHT)


@pytest.mark.parametrize(
    "title", ["On waiting", "word " * 60, "W" * 200, "مرحبا", "🌊", "x"]
)
def test_a_card_is_a_light_png_of_one_size(title):
    data = card(CardSheet(title, "Inklings", "Ann", "ann"), None)

    assert looked_at(data).size == (WIDTH, HEIGHT)
    assert data.startswith(b"\x89PNG")
    assert len(data) < 100_000


def test_the_title_is_in_ink_and_the_comma_small():
    data = card(SHEET, None)

    assert share_of(data, INK) > 0.005
    assert share_of(data, RED) < 0.01


def test_where_no_title_can_be_written_stands_a_large_comma():
    data = card(CardSheet("漢字", "Inklings", "Ann", "ann"), None)

    assert share_of(data, RED) > 0.03


def test_a_picture_of_the_author_is_shown():
    assert card(SHEET, photo()) != card(SHEET, None)


def test_the_same_sheet_is_the_same_picture():
    assert card(SHEET, None) == card(SHEET, None)


def test_another_title_has_another_digest():
    other = CardSheet("On going", site="Inklings", name="Ann Okafor", handle="ann")

    assert other.digest != SHEET.digest


def test_nobody_waits_for_ever(monkeypatch):
    busy = Lock()
    busy.acquire()
    monkeypatch.setattr(card_drawing, "_one_at_a_time", busy)
    monkeypatch.setattr(card_drawing, "PATIENCE", 0.01)

    with pytest.raises(TimeoutError):
        card(SHEET, None)
