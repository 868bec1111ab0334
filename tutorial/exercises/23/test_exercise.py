"""Exercise 23: a site whose database is older than its code is not ready."""

import pytest
from flask_migrate import downgrade, upgrade

from tests.support.database import queries


@pytest.fixture
def older(app):
    """A database that has not seen the last migration."""
    downgrade(revision="-1")


def test_it_is_not_ready_before_the_migrations(browser, older):
    answer = browser.client.get("/readyz")

    assert answer.status_code == 503
    assert answer.text == "not ready\n"


def test_it_is_ready_after_them(browser, older):
    upgrade()

    assert browser.client.get("/readyz").status_code == 200


def test_it_is_alive_meanwhile(browser, older):
    assert browser.client.get("/healthz").status_code == 200


def test_the_question_is_a_small_one(browser):
    browser.client.get("/readyz")

    with queries(at_most=3):
        assert browser.client.get("/readyz").text == "ready\n"
