import pytest

from app.lib.avatars import avatar_svg
from app.lib.svg_shapes import drawn, outline, silhouette


@pytest.mark.parametrize(
    ("path", "last"),
    [
        ("M1 2h3v4l-1-1z", (3, 5)),
        ("M0 10q12 8 24 0t24 0 24 0", (72, 10)),
        ("M49 14c16 0 28 11 28 28S33 14 49 14z", (49, 14)),
        ("M2 2C3 3 4 4 5 5H9", (9, 5)),
    ],
)
def test_a_line_ends_where_it_says(path, last):
    assert outline(path)[-1] == pytest.approx(last)


def test_a_smooth_curve_goes_on_in_its_direction():
    points = outline("M0 0q12 8 24 0t24 0")

    lowest, highest = max(y for _, y in points), min(y for _, y in points)
    assert (lowest, highest) == pytest.approx((4, -4))


@pytest.mark.parametrize("handle", ["ann", "bob", "cleo", "dan", "eve", "fay", "zoe"])
def test_every_drawn_avatar_is_drawn_in_pixels(handle):
    picture = drawn(avatar_svg(handle), 64)

    assert picture.size == (64, 64)
    assert len(picture.getcolors(64 * 64)) > 2


def test_a_silhouette_is_what_lies_inside():
    mask = silhouette("M6 6h12v12h-12z", 24, 24)

    assert (mask.getpixel((12, 12)), mask.getpixel((2, 2))) == (255, 0)
