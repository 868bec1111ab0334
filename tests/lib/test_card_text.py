import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.card_text import OWN_FONT, is_from_right, legible, written

SIZES = ((80, 3), (48, 5))
WORDS = "Donaudampfschifffahrtsgesellschaft"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("On waiting", "On waiting"),
        ("  Two\n lines ", "Two lines"),
        ("Größe, ẹ̀kọ́, Tiếng Việt", "Größe, ẹ̀kọ́, Tiếng Việt"),
        ("Сёстры и αρχή", "Сёстры и αρχή"),
        ("Tide 🌊 tables 👩‍🚀", "Tide tables"),
        ("“On” — € 5…", "“On” — € 5…"),
    ],
)
def test_our_font_draws_it(text, drawn):
    assert legible(text, [OWN_FONT]) == (drawn, OWN_FONT)


@pytest.mark.parametrize("text", ["مرحبا", "漢字", "Tokyo 東京", "🌊", "", "नमस्ते"])
def test_nothing_is_drawn_rather_than_boxes(text):
    assert legible(text, [OWN_FONT]) is None


def test_the_first_font_that_has_all_letters_is_taken(tmp_path):
    copy = tmp_path / "copy.otf"
    copy.write_bytes(OWN_FONT.read_bytes())

    assert legible("Waiting", [copy, OWN_FONT]) == ("Waiting", copy)


@given(text=st.text(alphabet="abc W.,-…", min_size=1, max_size=300))
def test_every_line_fits(text):
    words = legible(text, [OWN_FONT])
    lines = written(words[0], OWN_FONT, width=600, sizes=SIZES) if words else None

    for line in lines.lines if lines else ():
        assert lines.font.getlength(line) <= 600
    assert lines is None or len(lines.lines) <= 5


def test_a_short_title_is_large():
    assert written("On waiting", OWN_FONT, width=1000, sizes=SIZES).font.size == 80


def test_a_long_one_is_smaller():
    title = "Eleven mornings at the sluice, and what the herons taught me of time " * 2

    assert written(title, OWN_FONT, width=1000, sizes=SIZES).font.size == 48


def test_too_long_a_one_ends_with_dots():
    writing = written("word " * 200, OWN_FONT, width=600, sizes=SIZES)

    assert len(writing.lines) == 5
    assert writing.lines[-1].endswith("word…")


def test_a_word_longer_than_a_line_is_broken():
    writing = written(WORDS * 2, OWN_FONT, width=600, sizes=SIZES)

    assert "".join(writing.lines) == WORDS * 2


@pytest.mark.parametrize(
    ("text", "right"), [("123 مرحبا abc", True), ("abc مرحبا", False), ("12", False)]
)
def test_the_first_letter_says_where_lines_begin(text, right):
    assert is_from_right(text) is right
