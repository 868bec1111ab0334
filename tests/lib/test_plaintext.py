import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.lib.plaintext import one_line, several_lines, shortened
from tests.support.prose import a_property

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MESS = BIDI + "\r\n\t\x00\x85\u2028\u2029\ud800\u0301 aé"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("a\x00b\x07c\x7fd\x85e", "abcde"),
        ("\tindented", "\tindented"),
        ("half \ud83d a pair", "half  a pair"),
        ("cafe\u0301", "café"),
        ("שלום \u2067עולם\u2069", "שלום \u2067עולם\u2069"),
        (
            "\u200dof families 👨\u200d👩\u200d👧",
            "\u200dof families 👨\u200d👩\u200d👧",
        ),
    ],
)
def test_several_lines_keep_what_a_reader_could_see(sent, kept):
    assert several_lines(sent) == kept


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("  Ann \t Okafor\n", "Ann Okafor"),
        ("Ann\u202eadmin", "Annadmin"),
        ("two\u2028lines", "two lines"),
        ("no\u00a0break", "no break"),
        ("\u3000wide\u3000", "wide"),
        ("مرحبا\u200f", "مرحبا"),
        ("\u202e", ""),
    ],
)
def test_one_line_is_trimmed_and_reads_in_one_direction(sent, kept):
    assert one_line(sent) == kept


@a_property
@given(st.text(st.sampled_from(MESS)) | st.text())
def test_one_line_never_turns_the_line_around_or_breaks_it(text):
    line = one_line(text)

    assert not set(line) & set(BIDI)
    assert len(line.splitlines()) <= 1


@a_property
@given(st.text(st.sampled_from(MESS)) | st.text())
@example("e\u200e\u0301")
def test_one_line_is_always_in_nfc(text):
    assert unicodedata.is_normalized("NFC", one_line(text))


@a_property
@given(st.text(st.characters()))
def test_what_was_made_safe_to_keep_needs_no_more_of_it(text):
    kept = several_lines(text)

    assert several_lines(kept) == kept
    assert kept.encode().decode() == kept


@pytest.mark.parametrize(
    ("text", "length", "cut"),
    [
        ("short", 5, "short"),
        ("The tide tables", 12, "The tide…"),
        ("The tide, the tables", 10, "The tide…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("a Donaudampfschifffahrt", 10, "a Donauda…"),
        ("one line\nanother", 14, "one line…"),
    ],
)
def test_a_long_text_is_cut_between_words(text, length, cut):
    assert shortened(text, length) == cut


@a_property
@given(st.text(), st.integers(1, 50))
def test_a_cut_text_is_never_longer_than_asked(text, length):
    assert len(shortened(text, length)) <= length
