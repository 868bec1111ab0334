from datetime import UTC, datetime

import pytest

from app.extensions import db
from app.models import Account
from tests.fixtures.writing import publish
from tests.support.browser import Browser

# Late in the evening by the clock of the world: another day in most of the world.
EVENING = datetime(2024, 3, 1, 23, 30, tzinfo=UTC)


@pytest.fixture
def dated(ann):
    """An article of Ann's that appeared in that evening."""
    post = publish(ann, "The tide tables")
    post.published_at = EVENING
    db.session.commit()
    return post


def choose(browser, zone):
    return browser.visit("/settings/language/").submit(time_zone=zone)


def test_times_are_those_of_the_world_until_one_is_chosen(browser, dated):
    assert browser.visit(dated.path).text("time") == "1 March 2024"


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", "2 March 2024"),
        ("Asia/Tokyo", "2 March 2024"),
        ("America/New_York", "1 March 2024"),
        ("Pacific/Kiritimati", "2 March 2024"),
    ],
)
def test_times_follow_the_reader_s_clock(browser, dated, zone, day):
    page = choose(browser, zone)

    assert page.value("time_zone") == zone
    assert browser.visit(dated.path).text("time") == day


def test_lists_follow_it_too(browser, dated):
    choose(browser, "Asia/Tokyo")

    assert browser.visit("/explore/").text("time") == "2 Mar 2024"


def test_the_page_says_what_time_it_is(browser, app):
    page = choose(browser, "Asia/Tokyo")

    hour = (datetime.now(UTC).hour + 9) % 24
    assert f", {hour:02}:" in page.text("#time_zone-hint")


def test_a_choice_goes_along_to_other_browsers(app, browser, dated, bob):
    choose(browser.sign_in(bob), "Europe/Berlin")

    other = Browser(app.test_client()).sign_in(bob)

    assert other.visit(dated.path).text("time") == "2 March 2024"


def test_a_visitor_changes_nobody_s_account(browser, ann):
    choose(browser, "Europe/Berlin")

    assert db.session.query(Account.time_zone).scalar() == ""


@pytest.mark.parametrize(
    "zone",
    [
        "Mars/Olympus",
        "europe/berlin",
        "../../etc/passwd",
        "Europe/Berlin ",
        "Etc/GMT+5",
        "localtime",
        "Z" * 5000,
        "\x00",
    ],
)
def test_an_unknown_zone_is_refused(browser, bob, zone):
    page = choose(browser.sign_in(bob), zone)

    assert page.status == 422
    assert db.session.query(Account.time_zone).scalar() == ""


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "\u00fc", ""])
def test_an_unknown_zone_in_the_cookie_is_the_world_s(browser, dated, zone):
    browser.client.set_cookie("time_zone", zone)

    assert browser.visit(dated.path).text("time") == "1 March 2024"


def test_a_zone_that_an_account_had_long_ago_is_the_world_s(browser, dated, bob):
    db.session.query(Account).update({"time_zone": "Asia/Atlantis"})
    db.session.commit()

    assert browser.sign_in(bob).visit(dated.path).text("time") == "1 March 2024"
