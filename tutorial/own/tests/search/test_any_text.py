"""Whatever somebody types is a question, and no database trips over it."""

from urllib.parse import quote

import pytest

from app.extensions import db
from app.lib.search_query import LONGEST, parsed
from app.models import searches

ANYTHING = {
    "quotes": ['"', '"""', "'", "'; DROP TABLE post; --", '" OR 1=1 --', '"\0"'],
    "signs": ["*", "-", "--", "(", ")", "^", ":", "+", "&", "|", "\\", "%s", "a_b"],
    "words of FTS5": ["AND", "OR", "a AND", "NEAR(a b, 5)", "{title}", "a:b", "title:"],
    "operators": ["from:", "from:'", "-from:ann", "tag:", "in:drafts", "after:9999"],
    "letters": ["\0", "a\0b", "\ud800", "🐟", "é", "\u0301", "墨水", "before:0000"],
    "long": ["x" * 10_000, "a " * 5_000, "-" * 300, '"' * 10_000, "title:a " * 2_000],
}


@pytest.mark.parametrize("kind", ANYTHING)
def test_any_text_searches(app, essay, kind):
    for query in map(parsed, ANYTHING[kind]):
        db.session.scalars(searches.best(query)).all()
        db.session.scalars(searches.posts(query)).all()


@pytest.mark.parametrize("typed", ["'; DROP TABLE post; --", '" OR ""="', "NOT tide"])
def test_an_attack_finds_nothing_and_breaks_nothing(browser, essay, typed):
    assert browser.visit(f"/search?q={quote(typed)}").texts("mark") == []
    assert browser.visit("/search?q=tide").texts("mark") == ["tide"]


def test_nothing_is_asked_by_nothing():
    nothing = ["", " ", '"', "-", "🐟", "from:", "*", "()", "\0"]

    assert all(parsed(typed).is_empty for typed in nothing)


def test_of_a_long_text_the_beginning_counts(browser):
    page = browser.visit("/search?q=" + "tide+" * 2_000)

    assert page.shows("That’s a long one.")
    assert len(page.value("q")) <= LONGEST
