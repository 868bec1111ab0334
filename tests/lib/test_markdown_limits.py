import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.lib.code import MOST_COLOURED
from app.lib.markdown import render
from app.lib.sanitize import sanitized
from tests.support.prose import a_property, ids, prose

LONGEST = 200_000
LONG = 50_000
PIECES = """
    * ** _ ` ``` ```python ~~ # > - 1. | |-|-| [^1] [^1]: ^[ [ ]( ](/a.png) ) ] ![ \\
    <b> </b> <a> </a> <table> <td> <p> </p> <div> <svg> <math> <style> </style> <script>
    <!-- --> <![CDATA[ ]]> <button> <select> <li> <ul> <h1> <h2> <title> <template> <br>
    &lt; https://a.b a@b.c a é あ א 🎉 \u202e \x00 ' " <i\ttitle=1>
""".split(" ")
TEXTS = st.text() | st.lists(st.sampled_from([*PIECES, " ", "\n", "\n\n", "    "])).map(
    "".join
)


@pytest.mark.parametrize(
    "piece",
    [
        "> ",
        "- ",
        "*a **a ",
        "`a``",
        "[a](",
        "[^1]",
        "_",
        "<",
        "<b>",
        "<!--",
        "&",
        "a@",
        "www.",
        "#",
        "\\",
        "|a",
        "\n\n\n",
        "あ",
        "\u202e",
    ],
)
def test_a_long_text_of_one_piece_is_rendered(piece):
    source = (piece * LONG)[:LONG]

    assert len(render(source).html) < 10 * LONG


@pytest.mark.parametrize("language", ["", "python", "html", "json"])
def test_the_longest_listing_is_rendered(language):
    source = f"```{language}\n{'(<' * (LONGEST // 2)}\n```"

    assert prose(source).select("pre > code")


def test_what_is_never_closed_is_not_repeated_without_end():
    opened = "".join(f"<b title={number}>" for number in range(500))
    source = f"<div><p>{opened}" + "<p>x" * 500

    assert len(render(source).html) < 50 * len(source)


@a_property
@given(TEXTS)
@example("Text^[A note.]")
@example("[^1]\n\n[^1]: [^1]")
def test_any_text_is_rendered(source):
    assert isinstance(render(source, "a-").html, str)


@a_property
@given(TEXTS)
@example("0<button>")
def test_what_is_kept_needs_no_further_cleaning(source):
    html = render(source).html

    assert sanitized(html) == html


@a_property
@given(TEXTS)
def test_no_text_brings_a_style_or_a_script(source):
    assert not prose(source).select(
        "[style], style, script, svg, [onclick], img:not([src^='/'])[src]"
    )


@a_property
@given(TEXTS)
def test_no_text_poses_as_a_part_of_the_page(source):
    assert all(
        name.startswith("h-") or name.startswith("fn") for name in ids(prose(source))
    )


def test_no_more_is_coloured_than_a_text_can_pay_for():
    listing = f"```python\n{'import x;' * 500}\n```\n\n"
    page = prose(listing * 20)

    assert len(page.select("pre:has(span)")) == MOST_COLOURED // 1500
    assert len(page.select("pre")) == 20
