import pytest

from app.lib.markdown import render
from app.lib.markdown.formulas import MOST_SIGNS
from tests.support.prose import prose


@pytest.mark.parametrize(
    "source",
    ["Let $x$ be.", "($x$)", "**$x$**", "| $x$ |\n|---|", "私は$x$と", "$$x$$ is"],
)
def test_a_formula_stands_in_its_line(source):
    assert prose(source).select_one("math[display=inline] mi").text == "x"


@pytest.mark.parametrize(
    "source",
    [
        "$$\nx\n$$",
        "$$x$$",
        "$$ x\n$$",
        "Words\n$$\nx\n$$\nwords",
        "- $$\n  x\n  $$",
        "> $$\n> x\n> $$",
    ],
)
def test_a_formula_between_two_dollars_stands_on_its_own(source):
    page = prose(source)

    assert (
        page.select_one(".formula[tabindex='0'] > math[display=block] mi").text == "x"
    )
    assert "$" not in page.text


@pytest.mark.parametrize(
    "source",
    [
        "$5 and $10",
        "From $5-$10",
        "$ x $",
        r"\$x\$",
        "`$x$`",
        "    $$\n    x\n    $$",
        "$$\nx\n\ny\n$$",
        "$$\nx",
        "$$$$",
        "US$ and C$",
    ],
)
def test_a_price_is_no_formula(source):
    page = prose(source)

    assert not page.select("math")
    assert "$" in page.text


def test_what_is_no_formula_stays_as_it_was_written():
    assert prose(r"Say $\left<$ so").code.text == r"$\left<$"
    assert prose("$$\n\\left<\n$$").pre.text == "$$\n\\left<\n$$\n"


def test_no_more_is_drawn_than_a_text_can_pay_for():
    page = prose(f"${'x' * 1000}$ " * 10)

    assert len(page.select("math")) == MOST_SIGNS // 1000
    assert len(page.select("math, code")) == 10


def test_a_sentence_keeps_its_formulas_in_the_excerpt():
    assert render("Let $x$ be.").excerpt == "Let x be."


def test_nobody_is_named_in_a_formula():
    assert not prose("$#ink$ and $$\n#ink\n$$").select(".hashtag")
