import pytest

from app.extensions import db
from app.models import Account, Identity, LoginSession
from app.web import journeys
from tests.support.database import changes
from tests.support.provider import ZOE

GOOD = "four plain words work"


def account():
    return db.session.query(Account).order_by(Account.user_id.desc()).first()


def test_the_form_is_filled_in(traveller, provider):
    page = traveller.go()

    assert page.path == "/sign-up/with/oidc"
    assert [page.value(n) for n in ("name", "handle", "email")] == [
        "Zoë Ferrer",
        "zoe_ferrer",
        "zoe@example.org",
    ]


def test_a_visitor_becomes_a_member_without_a_password(traveller, provider):
    page = traveller.go()

    with changes(Account, by=1), changes(Identity, by=1), changes(LoginSession, by=1):
        home = page.submit()

    assert home.path == "/"
    assert not account().has_password


def test_they_sign_in_that_way_from_then_on(traveller, provider):
    traveller.go().submit()
    traveller.browser.forget_cookies()

    assert traveller.go().shows("Zoë Ferrer")


def test_who_likes_gets_a_password_beside(traveller, provider):
    traveller.go().submit(password=GOOD)
    traveller.browser.forget_cookies()

    page = traveller.browser.visit("/sign-in")

    assert page.submit(identifier="zoe_ferrer", password=GOOD).path == "/"


def test_they_go_on_to_where_they_were_going(traveller, provider):
    page = traveller.go("/sign-in/with/oidc?next=/people")

    assert page.submit().path == "/people"


def test_an_address_that_the_provider_has_verified_is_confirmed(traveller, provider):
    traveller.go().submit()

    assert account().is_confirmed


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_it_has_not_verified_is_not(traveller, provider, verified):
    provider.person["email_verified"] = verified

    traveller.go().submit(email="zoe@example.org")

    assert not account().is_confirmed


def test_another_address_than_the_verified_one_is_not_confirmed(traveller, provider):
    traveller.go().submit(email="zoe@elsewhere.example")

    assert not account().is_confirmed


def test_the_address_of_somebody_else_stays_theirs(traveller, provider, ann):
    provider.person["email"] = "ann@example.org"

    with changes(Account, by=1):
        traveller.go().submit()

    assert not account().is_confirmed
    assert db.session.get(Account, ann.id).is_confirmed


@pytest.mark.parametrize(
    ("called", "handle"),
    [
        ("bob", "bob_2"),
        ("Zoë.Ferrer", "zoe_ferrer"),
        ("zoe@harbour.example", "zoe"),
        ("z" * 40, "z" * 30),
        ("admin", ""),
        ("zo", ""),
        ("", ""),
        (["zoe"], ""),
    ],
)
def test_a_free_handle_is_suggested(traveller, provider, bob, called, handle):
    provider.person["preferred_username"] = called

    assert traveller.go().value("handle") == handle


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("handle", "", "Choose a handle."),
        ("handle", "bob", "Somebody already writes as @bob."),
        ("email", "zoe", "Check this address."),
        ("password", "short", "5 of at least 10 characters."),
    ],
)
def test_a_mistake_is_named_and_the_rest_is_kept(
    traveller, provider, bob, field, typed, message
):
    page = traveller.go().submit(**{"name": "Z. Ferrer", field: typed})

    assert page.status == 422
    assert message in page.text(".field-error")
    assert page.value("name") == "Z. Ferrer"


def test_a_mistake_can_be_mended(traveller, provider, bob):
    page = traveller.go().submit(handle="bob")

    with changes(Identity, by=1):
        page.submit(handle="zoe")


def test_somebody_may_take_a_quarter_of_an_hour(traveller, provider, monkeypatch):
    page = traveller.go()
    present = journeys.time()
    monkeypatch.setattr(journeys, "time", lambda: present + 15 * 60 + 1)

    with changes(Account, by=0):
        late = page.submit()

    assert late.status == 400
    assert late.text("h1") == "That way has closed"


def test_the_page_is_for_those_who_come_from_there(browser, provider):
    assert browser.visit("/sign-up/with/oidc").status == 400


def test_two_tabs_make_one_account(traveller, provider):
    page = traveller.go()
    page.submit()
    cookie = traveller.browser.client.get_cookie("page")
    traveller.browser.forget_cookies()
    second = traveller.go()

    assert cookie is not None
    assert second.path == "/"
    assert db.session.query(Account).count() == 1


def test_the_same_form_sent_twice_makes_one_account(traveller, provider):
    page = traveller.go()
    cookie = traveller.browser.client.get_cookie("page").value
    page.submit()
    traveller.browser.forget_cookies()
    traveller.browser.client.set_cookie("page", cookie)

    with changes(Account, by=0):
        again = page.submit(handle="zoe_again")

    assert again.status == 409


def test_a_member_has_no_use_for_the_page(browser, provider, ann):
    assert browser.sign_in(ann).visit("/sign-up/with/oidc").path == "/"


def test_one_network_cannot_make_many_accounts(traveller, provider):
    for number in range(6):
        traveller.browser.forget_cookies()
        provider.person = {**ZOE, "sub": f"zoe-{number}"}
        page = traveller.go().submit(handle=f"zoe{number}")

    assert page.status == 429
