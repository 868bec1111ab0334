from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.diff import counted, difference, words_of
from tests.support.prose import a_property

WORDS = st.lists(st.sampled_from(["a", "b", " ", "\n", ".", "heron", "静", "é"]))
TEXT = WORDS.map("".join) | st.text(max_size=60)


def drawn(old, new):
    """The difference as one would write it down: [-gone-] {+new+}."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[kind].format(text) for kind, text in difference(old, new))


@a_property
@given(TEXT, TEXT)
def test_both_texts_are_in_the_difference(old, new):
    pieces = difference(old, new)

    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new


@a_property
@given(TEXT, TEXT)
def test_no_piece_is_empty_and_each_is_as_long_as_it_can_be(old, new):
    pieces = difference(old, new)
    kinds = [kind for kind, _ in pieces]

    assert all(text for _, text in pieces)
    assert not [pair for pair in pairwise(kinds) if pair[0] == pair[1]]
    assert ("added", "removed") not in pairwise(kinds)


@a_property
@given(TEXT)
def test_a_text_and_itself_do_not_differ(text):
    assert {kind for kind, _ in difference(text, text)} <= {"same"}


@a_property
@given(TEXT)
def test_words_lose_nothing(text):
    assert "".join(words_of(text)) == text


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("High water.", "Low water.", "[-High-]{+Low+} water."),
        ("High water.", "High water!", "High water[-.-]{+!+}"),
        ("It’s mine.", "It’s well-known.", "It’s [-mine-]{+well-known+}."),
        ("one two", "one or two", "one {+or +}two"),
        ("a cold grey day", "a hot red day", "a [-cold grey-]{+hot red+} day"),
        ("静かな場所", "静かな所", "静かな[-場-]所"),
        ("Ein Haus", "Eine Maus", "[-Ein Haus-]{+Eine Maus+}"),
        ("कि ताब", "कि नाब", "कि [-ताब-]{+नाब+}"),
        ("نص، قصير", "نص، طويل", "نص، [-قصير-]{+طويل+}"),
        ("", "All new.", "{+All new.+}"),
        ("All gone.", "", "[-All gone.-]"),
        ("👩‍🚀 went", "👩‍🚒 went", "[-👩‍🚀-]{+👩‍🚒+} went"),
    ],
)
def test_words_are_compared_whole(old, new, seen):
    assert drawn(old, new) == seen


def test_a_new_line_between_others_is_only_new():
    assert drawn("One.\n\nTwo.\n", "One.\n\nHalf.\n\nTwo.\n") == (
        "One.\n\n{+Half.\n\n+}Two.\n"
    )


def test_a_new_last_line_begins_with_its_break():
    assert drawn("High water.", "Low water.\n\nA line.") == (
        "[-High-]{+Low+} water.{+\n\nA line.+}"
    )


def test_a_line_of_a_list_goes_whole():
    old = "- lamp\n- spare batteries\n- a cup of tea"

    assert drawn(old, "- lamp\n- a cup of coffee") == (
        "- lamp\n[-- spare batteries\n-]- a cup of [-tea-]{+coffee+}"
    )


def test_a_change_in_one_line_leaves_the_others_alone():
    old = "# Tides\n\nHigh at nine.\n\nLow at three.\n"

    assert drawn(old, old.replace("nine", "ten")) == (
        "# Tides\n\nHigh at [-nine-]{+ten+}.\n\nLow at three.\n"
    )


def test_the_words_that_came_and_went_are_counted():
    assert counted(difference("A cold day, a long one.", "A warm, long day.")) == (2, 4)


def test_marks_and_spaces_are_no_words():
    assert counted(difference("One – two", "One, two")) == (0, 0)


LONG = 200_000
PAIRS = {
    "equal": ("word " * 40_000, "word " * 40_000),
    "nothing in common": ("abc def " * 25_000, "uvw xyz " * 25_000),
    "one letter, many times": ("a" * LONG, "a" * (LONG - 1)),
    "out of step": ("a b " * 50_000, "b a " * 50_000),
    "empty lines": ("\n" * LONG, "x\n" * (LONG // 2)),
    "every word changed": (
        " ".join(f"a{i}" for i in range(30_000)),
        " ".join(f"b{i}" for i in range(30_000)),
    ),
    "every second word": (
        " ".join(f"{i % 7} a{i}" for i in range(20_000)),
        " ".join(f"{i % 7} b{i}" for i in range(20_000)),
    ),
    "in reverse": (
        " ".join(str(i) for i in range(30_000)),
        " ".join(str(i) for i in range(30_000, 0, -1)),
    ),
    "each sign a word": ("静" * LONG, "静動" * (LONG // 2)),
    "long runs apart": (
        "a " * 50_000 + " ".join(f"x{i}" for i in range(400)),
        "y " + "a " * 50_000 + " ".join(f"z{i}" for i in range(400)),
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_no_two_texts_take_long(name):
    began = perf_counter()
    difference(*PAIRS[name])

    assert perf_counter() - began < 4
