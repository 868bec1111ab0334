import pytest

from app.extensions import db
from tests.support.browser import Browser
from tests.support.crowd import strangers, turn_pages
from tests.support.database import queries


@pytest.fixture
def spread(essay):
    """Ann's essay, which 25 people reposted, each with a word."""
    for number, person in enumerate(strangers(25)):
        person.repost(essay, f"Word *{number}*.")
    db.session.commit()
    return essay


def test_who_reposted_it_stands_there_once_with_what_was_said(browser, spread):
    found = turn_pages(browser.visit(f"{spread.path}/reposts"), ".people .prose")

    assert sorted(found) == sorted(f"Word {number}." for number in range(25))


def test_the_post_leads_there(browser, spread):
    assert browser.visit(spread.path).texts(".article-echo a") == ["25 reposts"]


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 6)])
def test_it_takes_few_statements(browser, spread, reader, most, request):
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit(f"{spread.path}/reposts")

    with queries(at_most=most):
        browser.visit(f"{spread.path}/reposts")


def test_who_is_away_stands_there_no_longer(browser, bob, essay):
    bob.repost(essay)
    db.session.commit()
    bob.leave()
    db.session.commit()

    assert browser.visit(f"{essay.path}/reposts").shows("Nobody yet")


def test_who_is_limited_stands_there_for_followers_alone(
    app, browser, bob, cleo, essay
):
    cleo.follow(bob)
    bob.repost(essay, "Bells for sale.")
    bob.limit(None)
    db.session.commit()
    path = f"{essay.path}/reposts"

    assert browser.visit(path).shows("Nobody yet")
    assert Browser(app.test_client()).sign_in(cleo).visit(path).shows("Bells for sale.")
