import pytest

from app.extensions import db
from app.lib.openid import GITHUB
from app.models import Identity, Passkey
from tests.support.database import changes
from tests.support.proof import let_time_pass, take_password

PAGE = "/settings/identities/"


@pytest.fixture
def page(browser, provider, bob):
    """Bob's list, with nobody on it."""
    return browser.sign_in(bob).visit(PAGE)


def test_the_last_way_in_stays(page, browser, bob, provider, linked):
    linked(bob, provider.issuer)
    take_password(bob)

    with changes(Identity, by=0):
        refused = browser.visit(PAGE).submit(".setting form")

    assert refused.status == 422
    assert refused.text("[role=alert]").startswith("Without it you couldn’t sign in")


def test_one_of_two_ways_in_may_go(page, browser, bob, provider, github, linked):
    linked(bob, provider.issuer)
    linked(bob, GITHUB, "4711")
    take_password(bob)

    with changes(Identity, by=-1):
        browser.visit(PAGE).submit(".setting form")


def test_a_passkey_is_another_way(page, browser, bob, bobs_key, provider, linked):
    linked(bob, provider.issuer)
    take_password(bob)

    with changes(Identity, by=-1):
        browser.visit(PAGE).submit(".setting form")


def test_a_passkey_may_go_while_a_name_is_linked(
    page, browser, bob, bobs_key, provider, linked
):
    linked(bob, provider.issuer)
    take_password(bob)
    key = db.session.query(Passkey).one().id

    shown = browser.visit(f"/settings/passkeys/{key}/edit")

    assert not shown.shows("This passkey is your only way in")


def test_a_way_that_the_site_has_closed_does_not_count(
    page, browser, bob, provider, linked
):
    linked(bob, provider.issuer)
    linked(bob, "https://closed.example")
    take_password(bob)

    with changes(Identity, by=0):
        refused = browser.visit(PAGE).submit(".setting form")

    assert refused.shows("closed.example")


def test_who_has_no_password_confirms_with_the_provider(
    page, browser, traveller, bob, provider, linked
):
    linked(bob, provider.issuer)
    take_password(bob)
    let_time_pass(bob)
    asked = browser.visit("/settings/password/")
    link = asked.select("main a[href^='/sign-in/with/oidc']")[0]["href"]

    assert traveller.go(str(link)).path == "/settings/password/"


def test_a_passkey_is_another_way_in(page, browser, bob, provider, linked, bobs_key):
    linked(bob, provider.issuer)
    take_password(bob)

    with changes(Identity, by=-1):
        browser.visit(PAGE).submit(".setting form")


def test_but_not_where_browsers_allow_none(
    app, page, browser, bob, provider, linked, bobs_key, monkeypatch
):
    monkeypatch.setitem(app.config, "SITE_URL", "http://127.0.0.1:8000")
    linked(bob, provider.issuer)
    take_password(bob)

    with changes(Identity, by=0):
        browser.visit(PAGE).submit(".setting form")


def test_another_site_lets_the_last_passkey_go(
    page, browser, bob, provider, linked, bobs_key
):
    linked(bob, provider.issuer)
    take_password(bob)
    [link] = browser.visit("/settings/passkeys/").select(".device a")
    address = str(link["href"])

    with changes(Passkey, by=-1):
        browser.visit(address).submit("form[action$=delete]", is_sure="y")


def test_what_they_had_sent_waits_meanwhile(
    page, browser, traveller, bob, provider, linked
):
    address = f"{PAGE}{linked(bob, provider.issuer).id}/delete"
    take_password(bob)
    let_time_pass(bob)
    fields = {"csrf_token": page.value("csrf_token"), "why": "I left it."}
    asked = browser.send(address, fields)
    traveller.go()

    assert asked.submit(f"main form[action='{address}']").status == 422


def test_they_are_asked_to_sign_in_there_again(page, traveller):
    assert "max_age=600" in traveller.set_out()


def test_to_have_signed_in_there_long_ago_is_not_enough(page, traveller, provider):
    provider.fault = "signed in long ago"

    assert traveller.go().text("h1") == "We couldn’t be sure"


def test_who_set_out_as_a_visitor_has_confirmed_nothing(
    browser, traveller, bob, provider, linked
):
    """Only a member is asked to sign in over there anew."""
    linked(bob, provider.issuer)
    take_password(bob)
    address = traveller.set_out("/sign-in/with/oidc?next=/settings/password/")
    browser.sign_in(bob)
    let_time_pass(bob)

    page = browser.visit(traveller.ask(address))

    assert page.path.startswith("/confirm-it-is-you")


def test_who_is_away_confirms_there_too(browser, traveller, bob, provider, linked):
    linked(bob, provider.issuer)
    take_password(bob)
    bob.leave()
    browser.sign_in(bob)
    let_time_pass(bob)

    page = traveller.go("/sign-in/with/oidc?next=/settings/data/")

    assert page.path == "/settings/data/"


def test_who_has_a_password_types_it(page, browser, traveller, bob, provider, linked):
    linked(bob, provider.issuer)
    let_time_pass(bob)
    asked = browser.visit("/settings/password/")

    assert not asked.select("main a[href*='/with/']")
    assert traveller.go("/sign-in/with/oidc?next=/settings/password/").path.startswith(
        "/confirm-it-is-you"
    )


def test_who_has_a_passkey_confirms_with_it_instead(
    page, browser, traveller, bob, bobs_key, provider, linked
):
    linked(bob, provider.issuer)
    take_password(bob)
    let_time_pass(bob)
    asked = browser.visit("/settings/password/")

    assert not asked.select("main a[href*='/with/']")
    assert traveller.go("/sign-in/with/oidc?next=/settings/password/").path.startswith(
        "/confirm-it-is-you"
    )
