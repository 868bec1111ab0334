from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Post
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.database import fresh


def in_days(days, hour=7):
    """What a clock shows, that many days from now."""
    return f"{now() + timedelta(days=days):%Y-%m-%d}T{hour:02}:00"


@pytest.fixture
def sheet(browser, ann, draft):
    """Ann's draft in the editor; she reads the clock of Berlin."""
    ann.account.time_zone = "Europe/Berlin"
    db.session.commit()
    return browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")


@pytest.fixture
def planned(sheet, draft):
    """The editor of what appears the day after tomorrow."""
    sheet.submit("#editor", "schedule", publish_on=in_days(2))
    return sheet.browser.visit(f"/posts/{draft.id}/edit")


@pytest.mark.parametrize("button", ["schedule", "publish"])
def test_a_text_waits_for_the_time_that_was_chosen(sheet, draft, button):
    page = sheet.submit("#editor", button, publish_on="2030-01-15T07:00")

    assert page.path == "/drafts/"
    assert page.shows("Appears on 15 Jan 2030, 07:00")
    assert f"{fresh(draft).published_at:%H:%M %Z}" == "06:00 UTC"


def test_the_page_names_the_zone(sheet):
    assert "Europe/Berlin" in sheet.text("#publish_on-hint")


def test_without_a_zone_it_is_the_clock_of_the_world(browser, bob):
    sheet = browser.sign_in(bob).visit("/posts/new")

    assert "UTC" in sheet.text("#publish_on-hint")
    assert sheet.select("#publish_on-hint a[href='/settings/language/']")


def test_the_time_is_meant_as_the_page_said_it(sheet, ann, draft):
    ann.account.time_zone = "Asia/Tokyo"
    db.session.commit()
    sheet.submit("#editor", "schedule", publish_on="2030-01-15T07:00")

    assert f"{fresh(draft).published_at:%H:%M}" == "06:00"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2020-01-01T07:00", "has passed"),
        ("2030-03-31T02:30", "never show this time"),
        ("tomorrow", "Write it as in"),
        ("9998-01-01T07:00", "ten years"),
        ("", "Choose a day and a time."),
    ],
)
def test_a_time_that_cannot_be_is_explained(sheet, draft, typed, words):
    page = sheet.submit("#editor", "schedule", publish_on=typed, body="New words.")

    assert page.status == 422
    assert words in page.text("#publish_on-error")
    assert (page.text("#body"), page.value("publish_on")) == ("New words.", typed)


def test_a_draft_is_saved_whatever_time_stands_there(sheet, draft):
    page = sheet.submit("#editor", "save", publish_on="2020-01-01T07:00", body="New.")

    assert page.status == 200
    assert (fresh(draft).body, draft.published_at) == ("New.", None)


def test_what_waits_shows_its_time_on_the_writers_clock(planned):
    assert planned.value("publish_on") == in_days(2)


def test_what_waits_can_be_changed_and_keeps_its_time(planned, draft):
    before = fresh(draft).published_at
    planned.submit("#editor", "save", body="Better words.")

    assert (fresh(draft).body, draft.published_at) == ("Better words.", before)


def test_what_waits_gets_another_time(planned, draft):
    planned.submit("#editor", "save", publish_on=in_days(3))

    assert fresh(draft).published_at.date() == (now() + timedelta(days=3)).date()


def test_what_waits_without_a_time_is_a_draft(planned, draft):
    page = planned.submit("#editor", "save", publish_on="")

    assert fresh(draft).published_at is None
    assert page.shows("Only you can see it")


def test_what_waits_can_be_published_at_once(planned, draft):
    page = planned.submit("#editor", "now", publish_on=in_days(3))

    assert page.path == "/@ann/draft"
    assert fresh(draft).is_published


def test_an_old_tab_leaves_the_time_alone(sheet, planned, draft):
    before = fresh(draft).published_at
    sheet.submit("#editor", "save", body="From the other tab.")

    assert (fresh(draft).body, draft.published_at) == ("From the other tab.", before)


def test_what_is_out_has_no_time_to_choose(browser, ann, essay):
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")

    assert not sheet.select("[name=publish_on]")


def test_who_is_not_confirmed_plans_nothing(browser, app, zoe):
    app.config["CAN_SEND_MAIL"] = True
    sheet = browser.sign_in(zoe).visit("/posts/new")
    page = sheet.submit("#editor", "schedule", body="Mine.", publish_on=in_days(2))

    assert page.shows("Confirm your address to publish it")
    assert db.session.scalars(db.select(Post.published_at)).all() == [None]


def test_at_its_time_it_stands_on_lists_without_any_work(browser, ann):
    publish(ann, "By itself", ago=timedelta(seconds=-1)).announced_at = None
    assert not browser.visit("/explore/").shows("By itself")

    db.session.execute(db.update(Post).values(published_at=now()))
    db.session.commit()

    assert browser.visit("/explore/").shows("By itself")


def test_what_waits_for_its_time_is_not_emptied(planned, draft):
    page = planned.submit("#editor", "save", body="")

    assert page.status == 422
    assert fresh(draft).body == "Not yet."
