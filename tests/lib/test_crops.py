import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.lib.crops import SHAPES, Crop

SIDES = st.integers(1, 12_000)
PERCENT = st.floats(0, 100)
CROPS = st.builds(Crop, st.floats(100, 400), PERCENT, PERCENT)


@pytest.mark.parametrize(
    ("size", "ratio", "crop", "box"),
    [
        ((600, 400), 1, Crop(), (100, 0, 500, 400)),
        ((600, 400), 4, Crop(), (0, 125, 600, 275)),
        ((400, 600), 1, Crop(down=0), (0, 0, 400, 400)),
        ((600, 400), 1, Crop(200, 100, 100), (400, 200, 600, 400)),
        ((1, 1), 4, Crop(400), (0, 0, 1, 1)),
    ],
)
def test_a_frame_lies_where_one_put_it(size, ratio, crop, box):
    assert crop.box(size, ratio) == box


@given(size=st.tuples(SIDES, SIDES), crop=CROPS, kind=st.sampled_from(sorted(SHAPES)))
@example(size=(1, 1), crop=Crop(100, 0, 67), kind="banner")
def test_a_frame_lies_within_its_picture_and_is_never_empty(size, crop, kind):
    left, top, right, bottom = crop.box(size, SHAPES[kind].ratio)

    assert 0 <= left < right <= size[0]
    assert 0 <= top < bottom <= size[1]
