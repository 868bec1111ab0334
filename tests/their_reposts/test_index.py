import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.crowd import publish_at_once, turn_pages
from tests.support.database import queries

PATH = "/@bob/reposts"


@pytest.fixture
def many(ann, bob):
    """25 posts of Ann's that Bob reposted, every other one with a word."""
    publish_at_once(ann, 25)
    for number, post in enumerate(db.session.scalars(ann.posts.select())):
        bob.repost(post, "Read this." if number % 2 else "")
    db.session.commit()


def test_a_plain_repost_says_who_reposted_it(browser, bob, essay):
    bob.repost(essay)
    db.session.commit()

    page = browser.visit(PATH)

    assert page.text(".entry-context") == "Bob Lindqvist reposted"
    assert page.text(".entry .name") == "Ann Okafor"


def test_a_remark_stands_above_the_post_in_a_box(browser, bob, essay):
    bob.repost(essay, "Read this.")
    db.session.commit()

    page = browser.visit(PATH)

    assert page.text(".quote > .byline .name") == "Bob Lindqvist"
    assert page.text(".quote > .prose") == "Read this."
    assert page.text(".quote-of h2") == "The tide tables"


def test_everything_stands_there_once(browser, bob, many):
    found = turn_pages(browser.visit(PATH), ".feed h2")

    assert sorted(found) == sorted(f"Wave {number}" for number in range(25))


def test_the_profile_leads_there(browser, bob):
    page = browser.visit(PATH)

    assert page.text("main nav.tabs a[aria-current]") == "Reposts"
    assert page.shows("Nothing yet")


@pytest.mark.parametrize("audience", ["unlisted", "followers", "private"])
def test_what_is_no_longer_for_everybody_is_left_out(browser, bob, essay, audience):
    bob.repost(essay)
    essay.show_to(audience)
    db.session.commit()

    assert not browser.visit(PATH).shows("The tide tables")


def test_what_was_thrown_away_is_left_out(browser, bob, essay):
    bob.repost(essay)
    essay.throw_away()
    db.session.commit()

    assert not browser.visit(PATH).shows("The tide tables")


def test_posts_of_somebody_away_are_left_out(browser, ann, bob, essay):
    bob.repost(essay)
    db.session.commit()
    ann.leave()
    db.session.commit()

    assert not browser.visit(PATH).shows("The tide tables")


def test_who_is_away_has_no_such_page(browser, bob, essay):
    bob.repost(essay)
    bob.leave()
    db.session.commit()

    assert browser.visit(PATH).status == 404


def test_a_post_called_reposts_gets_another_address(ann):
    assert publish(ann, "Reposts").slug == "reposts-1"


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("cleo", 6)])
def test_it_takes_few_statements(browser, bob, many, reader, most, request):
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit(PATH)

    with queries(at_most=most):
        browser.visit(PATH)
