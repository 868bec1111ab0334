"""What a page of a list costs."""

import pytest

from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.database import plan_of, queries, statements


@pytest.fixture
def crowd(app):
    """Twenty-five people, each with a post."""
    for number in range(25):
        publish(join(f"writer{number}", f"Writer {number}"), body="A text.")


def test_a_page_is_one_statement_however_many_wrote_it(browser, crowd):
    with queries(at_most=1):
        page = browser.visit("/explore/")

    assert len(page.select(".entry")) == 20


@pytest.mark.parametrize(
    ("path", "index"),
    [("/explore/", "ix_post_listed "), ("/@writer7", "ix_post_listed_by ")],
)
def test_a_page_is_read_from_its_index_and_never_sorted(browser, crowd, path, index):
    with statements() as seen:
        browser.visit(f"{path}?after=6500000000000-1")
    plan = "\n".join(plan_of(*seen[-1]))

    assert index in plan
    assert "TEMP B-TREE" not in plan
