from datetime import timedelta

import pytest

from app.extensions import db
from app.models.columns import now
from tests.support.crowd import publish_at_once, turn_pages


def test_the_bin_shows_what_can_be_taken_back(browser, ann, binned):
    page = browser.sign_in(ann).visit("/bin/")

    assert page.text(".feed h2") == "The tide tables"
    assert page.text(".feed button") == "Take it back The tide tables"


def test_the_bin_is_seen_only_by_its_owner(browser, bob, binned):
    assert browser.sign_in(bob).visit("/bin/").shows("The bin is empty")


def test_what_was_not_thrown_away_is_not_there(browser, ann, essay, draft):
    assert browser.sign_in(ann).visit("/bin/").shows("The bin is empty")


@pytest.mark.parametrize(
    ("rested", "left"),
    [
        (timedelta(), "30 days left"),
        (timedelta(days=1, hours=1), "29 days left"),
        (timedelta(days=29, hours=1), "1 day left"),
    ],
)
def test_the_bin_says_how_long_it_keeps_things(browser, ann, binned, rested, left):
    binned.deleted_at = now() - rested
    db.session.commit()

    assert browser.sign_in(ann).visit("/bin/").text(".feed .meta") == left


def test_the_bin_forgets_after_thirty_days(browser, ann, binned):
    binned.deleted_at = now() - timedelta(days=30)
    db.session.commit()

    assert browser.sign_in(ann).visit("/bin/").shows("The bin is empty")


def test_everything_thrown_away_is_listed_once(browser, ann):
    titles = publish_at_once(ann, 45)
    moment = now()
    for post in db.session.scalars(ann.posts.select()):
        post.deleted_at = moment
    db.session.commit()

    found = turn_pages(browser.sign_in(ann).visit("/bin/"), ".feed h2")

    assert sorted(found) == sorted(titles)
