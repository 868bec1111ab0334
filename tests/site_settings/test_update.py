import pytest

from app.extensions import db
from app.models import AuditEntry, Site
from tests.fixtures.joining import ask_to_join

SITE = "form[action='/admin/site/']"
FIELDS = {"name": "The Reading Room", "tagline": "Books, slowly."}


@pytest.fixture
def page(browser, ann):
    """The page of the site’s settings, as an admin sees it."""
    return browser.sign_in(ann).visit("/admin/site/")


def site():
    return db.session.get(Site, 1)


def test_the_page_shows_what_is_so(page):
    assert page.value("name") == "Inklings"
    chosen = {field["value"] for field in page.select("input[type=radio][checked]")}
    assert chosen == {"open", "everybody", "answers"}


def test_a_new_name_is_on_the_next_page(page):
    saved = page.submit(SITE, **FIELDS)

    assert saved.text(".brand") == "The Reading Room"
    assert saved.shows("Saved.")


@pytest.mark.parametrize("joining", ["open", "invitation", "request", "closed"])
def test_who_may_join_is_chosen(page, joining):
    page.submit(SITE, joining=joining)

    assert site().joining == joining


def test_it_holds_at_once(page, browser):
    page.submit(SITE, joining="closed")
    browser.forget_cookies()

    assert browser.visit("/sign-up").text("h1") == "The door is closed"


@pytest.mark.parametrize("writing", ["everybody", "authors"])
def test_who_may_write_is_chosen(page, writing):
    page.submit(SITE, writing=writing)

    assert site().writing == writing


def test_a_box_without_its_tick_is_no(browser, page):
    chosen = {"joining": "open", "writing": "everybody", "ai_crawlers": "none"}
    token = page.value("csrf_token")

    browser.send("/admin/site/", {**FIELDS, **chosen, "csrf_token": token})

    assert not site().members_invite
    assert not site().is_indexable


@pytest.mark.parametrize("welcome", ["all", "answers", "none"])
def test_which_machines_may_learn_is_chosen(page, welcome):
    page.submit(SITE, ai_crawlers=welcome)

    assert site().ai_crawlers == welcome
    assert site().is_indexable


def test_what_changed_is_written_down(page):
    page.submit(SITE, joining="request", writing="authors")

    entry = db.session.query(AuditEntry).one()
    assert entry.detail == "joining: open → request; writing: everybody → authors"


def test_saving_the_same_is_no_change(page):
    page.submit(SITE)

    assert db.session.query(AuditEntry).count() == 0


@pytest.mark.parametrize(
    "typed",
    [
        {"name": ""},
        {"name": "n" * 61},
        {"tagline": "t" * 161},
        {"joining": "sometimes"},
        {"joining": ""},
        {"writing": "cats"},
        {"ai_crawlers": "some"},
    ],
)
def test_what_is_wrong_changes_nothing(page, typed):
    refused = page.submit(SITE, **typed)

    assert refused.status == 422
    assert (site().name, site().joining, site().writing) == (
        "Inklings",
        "open",
        "everybody",
    )


def test_who_waits_goes_on_waiting_when_the_site_opens(page):
    zoe = ask_to_join("zoe")

    page.submit(SITE, joining="open")

    assert not zoe.account.is_approved
