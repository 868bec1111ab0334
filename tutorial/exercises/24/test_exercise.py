"""One post that nobody chose."""

import pytest

from tests.fixtures.writing import publish
from tests.support.crowd import publish_at_once
from tests.support.database import queries


@pytest.fixture
def luck(monkeypatch):
    """Chance always takes the largest number that it may."""
    monkeypatch.setattr("app.wander.views.randbelow", lambda most: most - 1)


def test_it_leads_to_a_post(browser, essay, luck):
    assert browser.visit("/wander").path == essay.path


def test_an_empty_site_leads_to_the_list(browser, app):
    assert browser.visit("/wander").path == "/explore/"


def test_a_draft_is_passed_by(browser, essay, draft, luck):
    assert browser.visit("/wander").path == essay.path


def test_so_is_who_was_blocked(browser, ann, bob, essay, luck):
    publish(bob, "Bells")
    ann.block(bob)

    assert browser.sign_in(ann).visit("/wander").path == essay.path


def test_no_copy_of_the_answer_is_kept(client, essay):
    assert client.get("/wander").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("many", [1, 30])
def test_it_costs_as_much_with_many_posts_as_with_one(client, ann, many):
    publish_at_once(ann, many)
    client.get("/wander")

    with queries(at_most=3):
        assert client.get("/wander").status_code == 303
