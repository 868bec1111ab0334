import pytest

from app.lib.reading import minutes_to_read


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (131, 1), (345, 2), (460, 2), (23_000, 100)]
)
def test_a_text_takes_whole_minutes_and_at_least_one(words, minutes):
    assert minutes_to_read(words) == minutes
