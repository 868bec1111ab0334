from datetime import UTC, datetime, timedelta

import pytest

from app.extensions import db
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.crowd import strangers, turn_pages
from tests.support.database import queries

MONTHS = ".archive-months a"
STEPS = ".archive-steps a"


def write_at(author, *when, title="A post", to="public"):
    """A post that appeared at a moment of the world's clock."""
    moment = datetime(*when, tzinfo=UTC)
    return publish(author, title, ago=now() - moment, to=to)


@pytest.fixture
def years(ann, bob):
    """Posts in March and May of 2024 and in January of 2025."""
    write_at(ann, 2024, 3, 10, title="March")
    write_at(bob, 2024, 5, 1, title="May")
    write_at(ann, 2025, 1, 31, title="January")


def test_months_with_something_in_them_stand_below_their_years(browser, years):
    page = browser.visit("/archive/")

    assert page.texts(".archive-year h2") == ["2025", "2024"]
    assert page.texts(MONTHS) == ["January 2025", "May 2024", "March 2024"]


def test_an_archive_of_nothing_says_so(browser, app):
    page = browser.visit("/archive/")

    assert (page.status, page.text(".empty h2")) == (200, "No posts yet")


def test_a_month_lists_what_appeared_in_it(browser, ann, years):
    write_at(ann, 2024, 5, 31, 23, 59, 59, title="The last second")
    write_at(ann, 2024, 6, 1, title="June")

    page = browser.visit("/archive/2024/05")

    assert page.text("h1") == "May 2024"
    assert page.texts(".feed h2") == ["The last second", "May"]


def test_the_steps_skip_months_of_nothing(browser, years):
    page = browser.visit("/archive/2024/05")

    assert page.texts(f"{STEPS}")[:2] == ["March 2024", "January 2025"]
    assert page.select(STEPS)[0]["href"] == "/archive/2024/03"
    assert browser.visit("/archive/2025/01").texts(STEPS)[:1] == ["May 2024"]


@pytest.mark.parametrize(
    "month",
    [
        *("2024/04", "2023/12", "2024/13", "2024/00", "0000/01", "9999/12"),
        *("2024/5", "24/05", "2024/%00", "2024/..", "2024/٠٥", "x/05", "-2024/05"),
    ],
)
@pytest.mark.parametrize("whose", ["", "/@ann"])
def test_other_months_have_no_page(browser, years, whose, month):
    assert browser.visit(f"{whose}/archive/{month}").status == 404


def test_a_month_has_pages(browser, ann):
    for minute in range(25):
        write_at(ann, 2024, 5, 1, 0, minute, title=f"Wave {minute}")

    found = turn_pages(browser.visit("/archive/2024/05"), ".feed h2")

    assert found == [f"Wave {minute}" for minute in reversed(range(25))]


def test_what_is_still_to_appear_is_in_no_month(browser, ann):
    publish(ann, "Tomorrow", ago=timedelta(days=-40))

    assert not browser.visit("/archive/").select(MONTHS)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_month_is_called_the_same_on_every_clock(browser, years, zone):
    browser.client.set_cookie("time_zone", zone)

    assert browser.visit("/archive/2024/05").text("h1") == "May 2024"


def test_whom_one_has_muted_is_not_in_it(browser, ann, bob, cleo, years):
    cleo.mute(bob)
    db.session.commit()
    browser.sign_in(cleo)

    assert browser.visit("/archive/").texts(MONTHS) == ["January 2025", "March 2024"]
    assert browser.visit("/archive/2024/05").status == 404
    assert browser.visit("/archive/2024/03").texts(STEPS)[:1] == ["January 2025"]


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 6)])
@pytest.mark.parametrize("path", ["/archive/", "/archive/2024/05"])
def test_it_takes_few_statements(browser, request, reader, most, path):
    for number, person in enumerate(strangers(20)):
        write_at(person, 2024, 5, 1, number)
        write_at(person, 2000 + number, 1, 1)
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit(path)

    with queries(at_most=most):
        page = browser.visit(path)

    assert len(page.select(f"article.entry, {MONTHS}")) >= 20


def test_explore_leads_to_it(browser, essay):
    assert browser.visit("/explore/").select('.rail a[href="/archive/"]')
