"""What each act does to what others see, and that it can be taken back."""

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.browser import Browser
from tests.support.database import fresh

FORM = "main form[action^='/moderation/']"
WHY = {"note": "Third time.", "message": "Please sell your bells elsewhere."}
PLACES = ("/", "/explore/", "/@bob", "/tags/bells", "/@bob/{0.slug}")


@pytest.fixture
def post(bob, cleo):
    """A post of Bob's, whom Cleo follows; she has reported it."""
    cleo.follow(bob)
    post = publish(bob, "Cheap bells", "Buy them #bells")
    cleo.report(post, "spam", "")
    db.session.commit()
    return post


@pytest.fixture
def decide(app, browser, dan, post):
    """Has Dan decide about it, on the page of the matter."""
    browser.sign_in(dan)
    case = browser.visit("/moderation/").select("article h2 a")[0]["href"]

    def decide(what, **more):
        page = browser.visit(case).submit(FORM, what=what, **WHY, **more)
        assert page.status == 200
        db.session.expire_all()

    return decide


@pytest.fixture
def seen(app, post):
    """Where somebody comes across the post."""

    def seen(reader=None):
        browser = Browser(app.test_client())
        if reader:
            browser.sign_in(reader)
        pages = {place: browser.visit(place.format(post)) for place in PLACES}
        return {place for place, page in pages.items() if page.shows("Cheap bells")}

    return seen


def test_a_hidden_post_is_on_no_page(decide, seen, ann, cleo):
    decide("hide")

    assert seen() == set()
    assert seen(cleo) == set()


def test_its_author_and_moderators_find_it_where_it_was_and_why(
    decide, seen, browser, ann, bob, dan, post
):
    decide("hide")

    assert seen(bob) == seen(ann) == {"/@bob/{0.slug}"}
    page = browser.sign_in(bob).visit(f"/@bob/{post.slug}")
    assert "Hidden by a moderator" in page.text(".notice--warning")
    assert WHY["message"] in page.text(".notice--warning")


def test_so_does_the_page_where_it_is_edited(decide, browser, bob, post):
    decide("hide")

    page = browser.sign_in(bob).visit(f"/posts/{post.id}/edit")

    assert page.text(".notice--warning blockquote") == WHY["message"]


@pytest.mark.parametrize("path", ["/drafts/", "/notifications/"])
def test_ways_lead_the_author_there(decide, browser, bob, post, path):
    decide("hide")

    page = browser.sign_in(bob).visit(path)

    assert page.texts(f"main a[href='/@bob/{post.slug}']") == ["Cheap bells"]


def test_the_author_cannot_bring_it_back_by_the_bin(decide, seen, bob, post):
    decide("hide")
    post.throw_away()
    post.take_back()
    post.unpublish()
    post.publish()
    db.session.commit()

    assert seen() == set()


def test_what_is_shown_again_is_where_it_was(decide, seen, cleo):
    before = seen(), seen(cleo)
    decide("hide")
    decide("restore")

    assert (seen(), seen(cleo)) == before


def test_the_profile_counts_it_no_longer_and_then_again(decide, bob, post):
    decide("hide")
    hidden = fresh(bob).post_count
    decide("restore")

    assert (hidden, fresh(bob).post_count) == (0, 1)


def test_the_post_of_somebody_limited_is_found_by_followers_alone(
    decide, seen, ann, cleo
):
    decide("limit", term="7")

    assert seen(ann) == {"/@bob/{0.slug}"}
    assert seen(cleo) == set(PLACES) - {"/explore/"}


def test_and_by_all_when_the_limit_is_lifted(decide, seen, ann):
    before = seen(ann)
    decide("limit")
    decide("unlimit")

    assert seen(ann) == before


def test_who_is_suspended_is_seen_nowhere(decide, seen, cleo):
    decide("suspend")

    assert seen() == seen(cleo) == set()


def test_and_everywhere_when_it_is_lifted(decide, seen, cleo):
    before = seen(), seen(cleo)
    decide("suspend")
    decide("unsuspend")

    assert (seen(), seen(cleo)) == before


def test_followers_are_counted_without_them_and_then_with_them(decide, cleo):
    decide("suspend")
    without = fresh(cleo).following_count
    decide("unsuspend")

    assert (without, fresh(cleo).following_count) == (0, 1)
