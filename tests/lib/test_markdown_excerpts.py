import pytest

from app.lib.markdown import EXCERPT_LENGTH, count_words, render


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("… – !", 0),
        ("Ink on paper", 3),
        ("It's a well-known o’clock", 4),
        ("In 2026, 40 people", 4),
        ("静かな場所", 3),
        ("静か place", 2),
        ("안녕하세요", 3),
        ("שלום עולם", 2),
        ("مرحبا بالعالم", 2),
        ("naïve café", 2),
    ],
)
def test_words_are_counted_as_readers_do(text, count):
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("source", "excerpt"),
    [
        ("Ink *on* [paper](/a) & `code`", "Ink on paper & code"),
        ("# Title\n\nFirst.\n\nSecond.", "First. Second."),
        ("- one\n- two\n\n> quoted\n\nThen.", "Then."),
        ("Then[^1].\n\n[^1]: A note.", "Then."),
        ("# Only a title", "Only a title"),
        ("- one\n- two", "one two"),
        ("| a |\n|---|\n| 1 |", "a 1"),
        ("```\ncode\n```\n\nWords.", "Words."),
        ("![A heron](/heron.png)\n\nWords.", "Words."),
        ("<b>Raw</b> words <script>x</script>", "Raw words x"),
        ("שלום *עולם*", "שלום עולם"),
        ('1 < 2 &amp; "so"', '1 < 2 & "so"'),
        ("", ""),
    ],
)
def test_an_excerpt_is_the_plain_beginning(source, excerpt):
    assert render(source).excerpt == excerpt


@pytest.mark.parametrize(
    "source", ["one\ntwo", "one  \ntwo", "one\\\ntwo", "one<br>two"]
)
def test_words_on_two_lines_are_two_words(source):
    rendered = render(source)

    assert rendered.excerpt.split() == ["one", "two"]
    assert rendered.words == 2


def test_an_inline_footnote_is_not_part_of_the_excerpt():
    assert render("Then^[A note.].").excerpt == "Then."


def test_a_long_beginning_is_cut_between_words():
    excerpt = render("heron " * 100).excerpt

    assert excerpt.endswith("heron…")
    assert len(excerpt) <= EXCERPT_LENGTH


def test_a_poem_is_cut_between_words_too():
    assert render("heron\n" * 100).excerpt.endswith("heron…")


def test_all_the_text_is_counted():
    source = "# A title\n\nTwo words[^1].\n\n- one\n\n| cell |\n|---|\n| cell |\n\n"
    source += "[^1]: A note."

    assert render(source).words == 9
