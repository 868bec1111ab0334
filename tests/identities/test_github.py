import pytest

from app.extensions import db
from app.lib.openid import GITHUB
from app.models import Account, Identity, LoginSession
from tests.support.database import changes

DOOR = "/sign-in/with/github"


@pytest.fixture
def zoe(bob, github, linked):
    """Bob, whom GitHub knows by a number."""
    return linked(bob, GITHUB, "4711")


def test_who_is_linked_is_signed_in(traveller, zoe):
    with changes(LoginSession, by=1):
        home = traveller.go(DOOR)

    assert home.shows("Bob Lindqvist")


def test_a_new_name_over_there_is_the_same_person(traveller, github, zoe):
    github.user["login"] = "zoe-renamed"

    assert traveller.go(DOOR).shows("Bob Lindqvist")


def test_an_old_name_that_somebody_took_over_is_somebody_else(traveller, github, zoe):
    github.user["id"] = 4712

    assert traveller.go(DOOR).path == "/sign-up/with/github"


def test_the_form_is_filled_in(traveller, github):
    page = traveller.go(DOOR)

    assert page.value("handle") == "zoe_ferrer"
    assert page.value("email") == "zoe@example.org"


def test_a_visitor_becomes_a_member(traveller, github):
    with changes(Identity, by=1):
        traveller.go(DOOR).submit()

    assert db.session.query(Identity).one().label == "@zoe-ferrer"
    assert db.session.query(Account).one().is_confirmed


@pytest.mark.parametrize(
    "addresses",
    [
        None,
        [],
        {},
        [{"email": "zoe@example.org", "primary": True, "verified": False}],
        [{"email": "zoe@example.org", "primary": False, "verified": True}],
        [{"email": "no address", "primary": True, "verified": True}],
    ],
)
def test_without_a_verified_address_one_is_asked_for(traveller, github, addresses):
    github.addresses = addresses

    page = traveller.go(DOOR)

    assert page.path == "/sign-up/with/github"
    assert page.value("email") == ""


@pytest.mark.parametrize(
    "user",
    [
        None,
        [],
        {},
        {"login": "zoe-ferrer"},
        {"id": "4711", "login": "zoe-ferrer"},
        {"id": True, "login": "zoe-ferrer"},
        {"id": None},
        "zoe",
    ],
)
def test_an_answer_that_names_nobody_signs_nobody_in(traveller, github, zoe, user):
    github.user = user

    with changes(LoginSession, by=0), changes(Account, by=0):
        page = traveller.go(DOOR)

    assert page.status == 502


@pytest.mark.parametrize(
    ("fault", "heading"),
    [
        ("spent", "That way has closed"),
        ("no /api/user", "Nobody’s answering"),
        ("no /login/oauth/access_token", "Nobody’s answering"),
    ],
)
def test_a_fault_over_there_is_told(traveller, github, zoe, fault, heading):
    github.fault = fault

    with changes(LoginSession, by=0):
        page = traveller.go(DOOR)

    assert page.text("h1") == heading


def test_a_wrong_secret_is_the_fault_of_the_site(traveller, github, app, monkeypatch):
    monkeypatch.setitem(app.config, "GITHUB_CLIENT_SECRET", "another")

    assert traveller.go(DOOR).text("h1") == "We couldn’t be sure"


def test_the_way_to_one_provider_does_not_end_at_another(traveller, github, provider):
    back = traveller.ask(traveller.set_out(DOOR))

    page = traveller.browser.visit(back.replace("github", "oidc"))

    assert page.status == 400


def test_one_person_may_have_both(traveller, github, provider, linked, bob):
    linked(bob, GITHUB, "4711")
    linked(bob, provider.issuer)
    traveller.go(DOOR)
    traveller.browser.forget_cookies()

    assert traveller.go().shows("Bob Lindqvist")
