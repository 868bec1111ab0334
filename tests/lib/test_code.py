import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from app.lib.code import LANGUAGES, highlighted
from tests.support.prose import a_property


def listing(source, language):
    return BeautifulSoup(highlighted(source, language), "html.parser")


@pytest.mark.parametrize("language", ["python", "Python", "js", "html", "sql", "bash"])
def test_a_known_language_is_coloured_by_class(language):
    assert listing("import x -- <b>", language).select("code span[class]")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_that_is_named_has_a_lexer(language):
    assert listing("x = 1", language).text.rstrip("\n") == "x = 1"


@pytest.mark.parametrize(
    "language", ["", "klingon", "easytrieve", "../python", "<b>", "python\n"]
)
def test_an_unknown_language_is_plain(language):
    assert not listing("import x", language).select("span")


@pytest.mark.parametrize("language", ["", "python", "html", "klingon"])
def test_the_reader_sees_the_source(language):
    source = 'if a < b & c:\n\tprint("</code><script>")\n'

    assert listing(source, language).text == source


def test_a_listing_can_be_scrolled_by_keyboard():
    assert listing("x", "").select_one("div.highlight > pre")["tabindex"] == "0"


def test_leading_empty_lines_stay():
    assert listing("\n\nx = 1\n", "python").text == "\n\nx = 1\n"


def test_a_very_long_listing_is_left_plain():
    assert not listing("import x\n" * 3_000, "python").select("span")


@pytest.mark.parametrize(
    ("language", "piece"), [("js", '\\"a'), ("java", "a[class "), ("css", "\n\n")]
)
def test_a_listing_that_was_made_to_hurt_is_left_plain(language, piece):
    source = piece * (4_000 // len(piece))

    assert not listing(source, language).select("span")
    assert listing(source, language).text == source


@a_property
@given(
    st.text(), st.sampled_from(["", "python", "html", "js", "sql", "diff", "klingon"])
)
def test_no_element_comes_from_the_source(source, language):
    names = {tag.name for tag in listing(source, language).find_all()}

    assert names <= {"div", "pre", "code", "span"}
    assert "style=" not in highlighted("", language)
