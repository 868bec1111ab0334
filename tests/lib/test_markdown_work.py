"""What one text may cause, counted: tokens, and what comes out."""

import pytest
from markdown_it.token import Token

from app.lib.markdown import limits, render
from app.lib.markdown.limits import LEAST, MOST, Allowance, TooMuch, steps_for
from app.lib.sanitize import sanitized
from bench.shapes import SHAPES
from tests.support.prose import prose

# A small text with small limits: what is counted grows with both alike.
SIZE, STEPS = 6_000, 6_200
MUCH = "- [a](/b)\n" * 20_000


@pytest.fixture
def made(monkeypatch):
    """The tokens that the parser makes, counted apart from our own count."""
    made = []
    monkeypatch.setattr(limits, "LEAST", STEPS)
    monkeypatch.setattr(Token, "__post_init__", lambda token: made.append(1))
    return made


@pytest.mark.parametrize("kind", SHAPES)
def test_no_text_causes_much_work(made, kind):
    rendered = render(SHAPES[kind](SIZE))

    assert len(made) < 2 * STEPS
    assert len(rendered.html) < 25 * SIZE


@pytest.mark.parametrize("kind", ["prose", "formulas", "listings", "Arabic"])
def test_what_people_write_is_rendered_at_length(kind):
    assert not render(SHAPES[kind](100_000)).is_as_written


@pytest.mark.parametrize(
    "kind", ["links", "lists within", "brackets opened", "divisions"]
)
def test_a_million_characters_are_no_reason_to_stop(kind):
    assert len(render(SHAPES[kind](1_000_000)).html) < 10_000_000


def test_a_text_that_costs_too_much_is_shown_as_it_was_written():
    rendered = render(f"One *two*\nthree\n\n<b>four</b>\n\n{MUCH}")

    assert rendered.is_as_written
    assert rendered.html.startswith(
        "<p>One *two*<br>\nthree</p>\n<p>&lt;b&gt;four&lt;/b&gt;</p>\n<p>- [a](/b)<br>"
    )
    assert rendered.excerpt.startswith("One *two* three <b>four</b> - [a](/b)")


def test_no_word_of_it_is_lost():
    assert prose(MUCH).text.split() == MUCH.split()


def test_it_is_as_safe_as_others():
    html = render(f"<script>alert(1)</script> & \u00a0 \"'\n\n{MUCH}").html

    assert sanitized(html) == html


def test_the_same_text_always_comes_out_alike():
    sources = [SHAPES[kind](SIZE) for kind in ("prose", "links", "formulas")]

    assert [render(s) for s in sources] == [render(s) for s in sources]


def test_one_address_does_not_fill_the_page():
    source = f"[a]: /{'b' * 50_000}\n\n{'[a] ' * 10_000}"

    assert len(render(source).html) < 10 * len(source)


@pytest.mark.parametrize(
    ("length", "steps"), [(0, LEAST), (10_000, LEAST), (10**6, MOST)]
)
def test_a_longer_text_may_cost_more_up_to_an_end(length, steps):
    assert steps_for("a" * length).left == steps


def test_what_is_refused_costs_nothing():
    allowance = Allowance(10)

    assert not allowance.allows(11)
    assert allowance.allows(10)
    with pytest.raises(TooMuch):
        allowance.spend(1)
