"""A search asks the index: it does not read what is there."""

from app.extensions import db
from app.lib.search_query import parsed
from app.models import searches
from tests.support.database import plan_of, queries, statements


def test_the_index_leads_to_the_posts(app, essay):
    with statements() as seen:
        db.session.scalars(searches.posts(parsed("tide water"))).all()

    plan = plan_of(*seen[-1])

    assert plan[0].startswith("SCAN post_full_text VIRTUAL TABLE INDEX")
    assert all(step.startswith("SEARCH") for step in plan[1:])


def test_a_page_of_results_is_one_statement(browser, essay):
    browser.visit("/search?q=tide")

    with queries(at_most=1):
        browser.visit("/search?q=tide")
