"""A door that the configuration opens or closes, whatever the admins chose."""

import pytest

from app.extensions import db
from app.models import Account, JoinRequest, Site
from tests.accounts.test_create import ZOE
from tests.fixtures.joining import change_site
from tests.support.database import changes

SITE = "form[action='/admin/site/']"


@pytest.fixture
def decide(app, monkeypatch):
    """Says in the configuration who may join."""
    return lambda door: monkeypatch.setitem(app.config, "JOINING", door)


@pytest.fixture
def run(app):
    """Runs ``flask site …`` and gives what came of it."""
    runner = app.test_cli_runner()
    return lambda *words: runner.invoke(args=["site", *words])


def test_it_closes_a_site_that_its_admins_opened(decide, browser):
    decide("closed")

    assert browser.visit("/sign-up").text("h1") == "The door is closed"


def test_no_page_asks_visitors_to_join_then(decide, browser):
    decide("closed")

    assert not browser.visit("/").select("a[href^='/sign-up']")


def test_a_form_from_before_is_refused(decide, browser):
    page = browser.visit("/sign-up")
    decide("closed")

    with changes(Account, by=0):
        refused = page.submit(**ZOE)

    assert refused.status == 403


def test_it_opens_a_site_that_its_admins_closed(decide, closed, browser):
    decide("open")

    with changes(Account, by=1):
        browser.visit("/sign-up").submit(**ZOE)


def test_it_asks_for_an_invitation(decide, browser):
    decide("invitation")

    assert browser.visit("/sign-up").select("input[name='code']")


def test_it_has_people_wait(decide, browser):
    decide("request")

    with changes(JoinRequest, by=1):
        browser.visit("/sign-up").submit(**ZOE, reason="I like to read slowly.")


def test_the_page_of_the_site_says_what_holds(decide, browser, ann):
    decide("closed")

    page = browser.sign_in(ann).visit("/admin/site/")

    (chosen,) = page.select("fieldset[disabled] input[checked]")
    assert chosen["value"] == "closed"
    assert page.shows("The configuration of the site decides this (JOINING)")


def test_what_the_admins_chose_is_kept_for_later(decide, browser, ann):
    change_site(joining="invitation")
    decide("closed")
    page = browser.sign_in(ann).visit("/admin/site/")

    saved = page.submit(SITE, name="The Reading Room")

    assert saved.shows("Saved.")
    site = db.session.get(Site, 1)
    assert (site.name, site.joining) == ("The Reading Room", "invitation")


def test_nobody_chooses_it_by_a_form_of_their_own(decide, browser, ann):
    decide("closed")
    page = browser.sign_in(ann).visit("/admin/site/")
    sent = {"name": "Ink", "joining": "request", "writing": "everybody"}
    token = page.value("csrf_token")

    browser.send("/admin/site/", {**sent, "ai_crawlers": "none", "csrf_token": token})

    site = db.session.get(Site, 1)
    assert (site.name, site.joining) == ("Ink", "open")


def test_a_command_says_what_holds(decide, run):
    decide("request")

    assert "joining: request" in run("show").output.splitlines()


@pytest.mark.parametrize("words", [["close"], ["open"], ["set", "joining", "closed"]])
def test_no_command_opens_or_closes_it(decide, run, words):
    decide("request")

    refused = run(*words)

    assert refused.exit_code == 1
    assert "JOINING=request in the configuration decides" in refused.output


def test_commands_still_change_the_rest(decide, run):
    decide("request")

    assert run("set", "name", "Ink").output == "name: Inklings → Ink\n"
