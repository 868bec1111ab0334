"""How many statements a page costs, whatever stands on it."""

import pytest

from app.extensions import db
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.database import queries, statements

# With who is asking and how much is new to them: two of each.
COSTS = {
    "/": 3,
    "/explore/": 3,
    "/people": 4,
    "/@ann": 5,
    "/@ann/the-tide-tables": 4,
    "/drafts/": 3,
    "/notifications/": 3,
    "/settings/security/": 3,
}


def fill(reader, ann, many):
    """So many people write, follow the reader and are followed by them."""
    for number in range(many):
        person = join(f"p{many}x{number}", "Somebody")
        publish(person, f"Text {number}")
        publish(ann, f"Text {many} {number}")
        person.follow(reader)
        reader.follow(person)
    db.session.commit()


@pytest.fixture
def reader(browser, ann, bob, essay):
    """Bob, who follows two people and has two followers."""
    fill(bob, ann, many=2)
    return browser.sign_in(bob)


@pytest.mark.parametrize(("path", "cost"), COSTS.items())
def test_a_page_costs_no_more_than_it_did(reader, path, cost):
    with queries(at_most=cost):
        assert reader.visit(path).status == 200


@pytest.mark.parametrize("path", COSTS)
def test_a_longer_list_costs_no_more_than_a_short_one(reader, ann, bob, path):
    with statements() as few:
        reader.visit(path)
    fill(bob, ann, many=10)

    with queries(at_most=len(few)):
        reader.visit(path)
