import re

from app.lib.qr import drawn

STROKE = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def test_the_drawing_is_one_path_of_strokes():
    assert not STROKE.sub("", drawn("otpauth://totp/x").path)


def test_nothing_is_drawn_on_the_quiet_frame():
    drawing = drawn("otpauth://totp/x")
    strokes = [tuple(map(int, found)) for found in STROKE.findall(drawing.path)]

    assert min(min(x, y) for x, y, _w, _back in strokes) == 4
    assert max(x + width for x, _y, width, _back in strokes) == drawing.size - 4
    assert all(width == back for _x, _y, width, back in strokes)


def test_other_words_are_another_drawing():
    assert drawn("one").path != drawn("two").path


def test_a_long_name_fits():
    assert drawn("otpauth://totp/" + "ب" * 200).size > 60
