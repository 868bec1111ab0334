"""Whatever somebody types is a question, and no database trips over it."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.extensions import db
from app.lib.search_query import LONGEST, parsed
from app.models import searches

SIGNS = st.sampled_from(
    [
        *(
            '"',
            "'",
            "*",
            "-",
            "--",
            "(",
            ")",
            "^",
            ":",
            "+",
            "&",
            "|",
            "!",
            "<->",
            "\\",
        ),
        *(
            "AND",
            "OR",
            "NOT",
            "NEAR(",
            "{title}",
            "from:",
            "tag:",
            "title:",
            "in:saved",
        ),
        *(
            "before:2026",
            "after:",
            "after:9999",
            "in:drafts",
            "#",
            "墨",
            "นก",
            "\0",
            "🐟",
        ),
        *("'; DROP TABLE post; --", "%", "_", "_a1", "é", "\ud800", "a" * 90, "\u0301"),
    ]
)
TEXTS = st.lists(st.one_of(SIGNS, st.text(max_size=6)), max_size=9).map(" ".join)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(TEXTS | st.text())
@example('"')
@example("-" * 300)
@example("a " * 5_000)
@example("墨" * 10_000)
@example("x" * 10_000)
@example("before:0000 after:2026-02-31 before:10000")
@example("before:0001 after:9999-12-31")
def test_any_text_searches(app, bob, typed):
    query = parsed(typed)

    searches.best_posts(query, bob)
    searches.best_people(query, bob)
    db.session.scalars(searches.posts(query, None)).all()


@pytest.mark.parametrize("typed", ["", " ", '"', "-", "🐟", "from:", "tag:", "*", "()"])
def test_nothing_is_asked_by_nothing(typed):
    assert parsed(typed).is_empty


def test_of_a_long_text_the_beginning_counts():
    query = parsed("tide " * 2_000)

    assert query.is_cut
    assert len(query.text) <= LONGEST


def test_only_leaving_out_is_known_for_what_it_is():
    assert parsed("-tide -from:ann").only_leaves_out
    assert not parsed("-tide from:ann").only_leaves_out
