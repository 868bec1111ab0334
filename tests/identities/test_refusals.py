import pytest

from app.models import Account, LoginSession
from app.web import journeys, provider_client
from tests.support.database import changes
from tests.support.provider import ZOE

UNSURE = "We couldn’t be sure"
AWAY = "Nobody’s answering"


@pytest.fixture(autouse=True)
def zoe(bob, provider, linked):
    """Bob, whom the provider knows as Zoë."""
    return linked(bob, provider.issuer)


@pytest.mark.parametrize(
    "fault",
    [
        "wrong nonce",
        "no nonce",
        "wrong audience",
        "wrong audience, right party",
        "two audiences",
        "expired",
        "from the future",
        "another issuer",
        "another speaker",
        "no speaker",
        "nobody",
        "a number",
        "too long a name",
        "a name with a nul",
        "unsigned",
        "signed with our secret",
        "signed with the public key",
        "another key",
        "no ID token",
        "list /keys",
        "list /token",
    ],
)
def test_an_answer_that_cannot_be_trusted_signs_nobody_in(traveller, provider, fault):
    provider.fault = fault

    with changes(LoginSession, by=0), changes(Account, by=0):
        page = traveller.go()

    assert page.status == 502
    assert page.text("h1") == UNSURE


@pytest.mark.parametrize(
    "fault", ["no /token", "no /keys", "garbage /keys", "overloaded"]
)
def test_a_provider_that_does_not_answer_is_away(traveller, provider, fault):
    provider.fault = fault

    with changes(LoginSession, by=0):
        page = traveller.go()

    assert page.status == 502
    assert page.text("h1") == AWAY


@pytest.mark.parametrize(
    ("fault", "heading"),
    [
        ("no /.well-known/openid-configuration", AWAY),
        ("garbage /.well-known/openid-configuration", AWAY),
        ("list /.well-known/openid-configuration", UNSURE),
        ("discovery of another", UNSURE),
        ("discovery without keys", UNSURE),
    ],
)
def test_nobody_is_sent_to_a_provider_that_is_not_itself(
    browser, provider, fault, heading
):
    provider.fault = fault

    page = browser.visit("/sign-in/with/oidc")

    assert page.text("h1") == heading
    assert page.select("a[href='/sign-in']")


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/token"])
def test_nobody_waits_for_a_slow_provider(
    traveller, provider, monkeypatch, path, browser
):
    monkeypatch.setattr(provider_client, "TIMEOUT", 0.2)
    provider.fault = f"slow {path}"

    page = browser.visit("/sign-in/with/oidc") if "known" in path else traveller.go()

    assert page.text("h1") == AWAY


def test_a_clock_may_be_a_minute_late(traveller, provider):
    provider.fault = "a minute late"

    assert traveller.go().shows("Bob Lindqvist")


def test_further_claims_must_be_about_the_same_person(traveller, provider):
    provider.person = {"sub": ZOE["sub"]}
    provider.fault = "userinfo of another"

    assert traveller.go().text("h1") == UNSURE


def test_who_turns_back_is_told_that_nothing_happened(traveller, provider):
    provider.fault = "cancelled"

    page = traveller.go()

    assert page.status == 200
    assert page.text("h1") == "You turned back"


def test_the_way_back_is_good_for_one_visit(traveller):
    back = traveller.ask(traveller.set_out())
    traveller.browser.visit(back)
    traveller.browser.client.delete_cookie("login")

    with changes(LoginSession, by=0):
        again = traveller.browser.visit(back)

    assert again.status == 400
    assert again.text("h1") == "That way has closed"


def test_a_code_that_was_spent_elsewhere_is_refused(traveller, browser):
    back = traveller.ask(traveller.set_out())
    cookie = browser.client.get_cookie("page").value
    browser.visit(back)
    browser.forget_cookies()
    browser.client.set_cookie("page", cookie)

    with changes(LoginSession, by=0):
        again = browser.visit(back)

    assert again.text("h1") == "That way has closed"


def test_the_way_back_is_good_for_one_browser(traveller, client):
    back = traveller.ask(traveller.set_out())

    with changes(LoginSession, by=0):
        answer = client.get(back)

    assert answer.status_code == 400


def test_the_way_back_is_good_for_fifteen_minutes(traveller, monkeypatch):
    back = traveller.ask(traveller.set_out())
    present = journeys.time()
    monkeypatch.setattr(journeys, "time", lambda: present + 15 * 60 + 1)

    assert traveller.browser.visit(back).status == 400


@pytest.mark.parametrize(
    "query", ["", "?state=", "?state=x&code=y", "?error=access_denied", "?state=ü"]
)
def test_what_did_not_begin_here_does_not_end_here(browser, provider, query):
    asked = len(provider.asked)

    page = browser.visit(f"/sign-in/with/oidc/back{query}")

    assert page.status == 400
    assert len(provider.asked) == asked


def test_several_tabs_may_be_on_the_way(traveller):
    first, _second = traveller.set_out(), traveller.set_out()

    assert traveller.browser.visit(traveller.ask(first)).shows("Bob Lindqvist")


def test_the_cookie_stays_small(traveller, browser):
    for _ in range(6):
        traveller.set_out(f"/sign-in/with/oidc?next=/{'x' * 299}")

    assert len(browser.client.get_cookie("page").value) < 3000


def test_one_network_cannot_ask_for_ever(browser, client, provider):
    for _ in range(61):
        answer = client.get("/sign-in/with/oidc")

    assert answer.status_code == 429


def test_answers_that_fail_are_limited(browser, provider):
    """A cookie that is put back gives its state again, and each costs a question."""
    for _ in range(21):
        page = browser.visit("/sign-in/with/oidc/back?state=made-up&code=made-up")

    assert page.status == 429
