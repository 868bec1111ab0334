import pytest
from bs4 import BeautifulSoup

from app.lib.mathematics import DEEPEST, MOST_SIGNS, mathml


def formula(latex, is_block=False):
    return BeautifulSoup(mathml(latex, is_block), "html.parser").math


@pytest.mark.parametrize(
    ("latex", "selector"),
    [
        ("x^2", "msup > mn"),
        (r"\frac{1}{2}", "mfrac"),
        (r"\sqrt[3]{x}", "mroot"),
        (r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", "mtable > mtr > mtd"),
        (r"\left( \hat x \right)", "mo[stretchy=true]"),
        (r"\boxed{x}", "menclose[notation=box]"),
    ],
)
def test_a_formula_becomes_elements(latex, selector):
    assert formula(latex).select(selector)


def test_a_formula_on_its_own_lines_has_more_room():
    assert formula(r"\sum_{i=0}^n i").msubsup
    assert formula(r"\sum_{i=0}^n i", is_block=True).munderover


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<script>x</script>}",
        r"\verb|<img src=x>|",
        r"\text{&lt;svg&gt;}",
        r"\hbox{<i>$x$</i>}",
        "<style>",
        r"\operatorname{a}<b>",
    ],
)
def test_words_in_a_formula_are_words(latex):
    assert not formula(latex).select("script, img, svg, i, style, b")


@pytest.mark.parametrize(
    "latex",
    [
        "",
        r"\frac",
        "x^y^z",
        r"\left(",
        r"\begin{matrix}",
        "{" * 500 + "}" * 500,
        "{" * DEEPEST + "x" + "}" * DEEPEST,
        "x" * (MOST_SIGNS + 1),
        r"\def\a{\a\a}\a",
        r"\newcommand{\a}{aa}\a",
        r"\href{javascript:x}{y}",
        r"\style{color:red}{x}",
        r"\unicode{x3c}",
        r"\cancel{x}",
    ],
)
def test_what_cannot_be_drawn_is_not_drawn(latex):
    assert mathml(latex) == ""


def test_what_it_cost_does_not_matter_to_the_next():
    mathml(r"\operatorname{a} \tag{1}")

    assert mathml("x") == mathml("x")
