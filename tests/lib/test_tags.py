import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.tags import LONGEST, normalized, spelled, split

ONE_SPELLING = [
    ("ink", "ink"),
    ("#Ink", "ink"),
    ("  INK ", "ink"),
    ("Family trees", "family-trees"),
    ("family - trees", "family-trees"),
    ("-ink-", "ink"),
    ("well—known", "well-known"),
    ("snake_case", "snake_case"),
    ("C#", "c"),
    ("don't", "dont"),
    ("node.js", "nodejs"),
    ("1984", "1984"),
    ("Straße", "strasse"),
    ("ＩＮＫ", "ink"),
    ("＃ink", "ink"),
    ("cafe\u0301", "café"),
    ("İstanbul", "i\u0307stanbul"),
    ("Чернила", "чернила"),
    ("墨水", "墨水"),
    ("हिन्दी", "हिन्दी"),
    ("كتابة", "كتابة"),
    ("e\u2764\ufe0fink", "eink"),
    ("i\u200bnk", "ink"),
]


@pytest.mark.parametrize(("typed", "name"), ONE_SPELLING)
def test_a_tag_has_one_spelling(typed, name):
    assert normalized(typed) == name


@pytest.mark.parametrize(
    "typed", ["", " ", "#", "-", "___", "..", "\x00", "\u0301", "\u3164", "🎉", "/"]
)
def test_what_has_no_letter_is_no_tag(typed):
    assert normalized(typed) == ""


def test_a_tag_may_be_sixty_characters_long():
    assert normalized("x" * LONGEST) == "x" * LONGEST
    assert normalized("x" * (LONGEST + 1)) == ""
    # Longer in lower case than as it was typed.
    assert normalized("ß" * (LONGEST // 2 + 1)) == ""


def test_it_is_shown_in_the_case_that_it_was_typed_in():
    assert spelled("#NaNoWriMo 2026") == "NaNoWriMo-2026"


@pytest.mark.parametrize(
    "line",
    [
        "family, trees, leeds",
        "family,trees ,  leeds,",
        "#family #trees #leeds",
        "family\ntrees\nleeds",
        "family; trees; leeds",
        "family، trees、leeds",
        "family，trees､leeds",
        ", ,family,, trees, !, leeds",
        "family, trees, Family, #TREES, leeds",
    ],
)
def test_a_line_of_tags_is_split_at_its_commas(line):
    assert split(line) == ("family", "trees", "leeds")


def test_of_two_spellings_the_first_is_shown():
    assert split("Leeds, ink, leeds") == ("Leeds", "ink")


def test_what_is_too_long_is_still_told_from_nothing():
    assert split("x" * 100) == ("x" * 100,)


@given(st.text())
def test_a_name_is_its_own_name(text):
    name = normalized(text)

    assert normalized(name) == name
    assert len(name) <= LONGEST
    assert normalized(spelled(text)) == name


@given(st.text())
def test_what_was_split_splits_into_the_same(text):
    tags = split(text)

    assert split(", ".join(tags)) == tags
