import pytest

from app.extensions import db
from app.models import Account, Identity, LoginSession
from tests.support.database import changes
from tests.support.provider import ZOE


@pytest.fixture
def zoe(bob, provider, linked):
    """Bob, whom the provider knows as Zoë."""
    return linked(bob, provider.issuer)


def test_who_is_linked_is_signed_in(traveller, zoe):
    with changes(LoginSession, by=1):
        home = traveller.go()

    assert home.path == "/"
    assert home.shows("Bob Lindqvist")


def test_they_stay_signed_in_for_a_sitting(traveller, zoe):
    traveller.go()

    assert traveller.browser.client.get_cookie("login").max_age is None


def test_their_list_says_when_it_was_used(traveller, zoe):
    traveller.go()
    db.session.expire_all()

    assert db.session.get(Identity, zoe.id).used_at


def test_they_go_on_to_where_they_were_going(traveller, zoe):
    page = traveller.browser.visit("/drafts/")
    link = page.select("main a[href*='/sign-in/with/oidc']")[0]["href"]

    assert traveller.go(str(link)).path == "/drafts/"


@pytest.mark.parametrize(
    "wanted", ["//evil.example", "https://evil.example", "/\\evil", "/" + "x" * 400]
)
def test_it_leads_to_no_other_site(traveller, zoe, wanted):
    assert traveller.go(f"/sign-in/with/oidc?next={wanted}").path == "/"


@pytest.mark.parametrize(
    "like",
    [
        {"email": "ann@example.org"},
        {"preferred_username": "ann"},
        {"name": "Ann Okafor"},
        {"sub": "ZOE-1"},
        {"sub": "zoe-1 "},
        {"sub": "ann"},
        {"sub": "ann@example.org"},
    ],
)
def test_nobody_is_let_in_for_being_like_somebody(traveller, provider, ann, zoe, like):
    provider.person = {**ZOE, "sub": "somebody-else", **like}

    with changes(LoginSession, by=0):
        page = traveller.go()

    assert page.path == "/sign-up/with/oidc"


def test_the_same_name_at_another_issuer_is_somebody_else(
    traveller, provider, linked, bob
):
    linked(bob, "https://other.example")

    assert traveller.go().path == "/sign-up/with/oidc"


def test_the_document_and_the_keys_are_asked_for_once(traveller, provider, zoe):
    for _ in range(2):
        traveller.browser.forget_cookies()
        traveller.go()

    assert provider.asked.count("/.well-known/openid-configuration") == 1
    assert provider.asked.count("/keys") == 1


def test_new_keys_are_asked_for(traveller, provider, zoe):
    traveller.go()
    traveller.browser.forget_cookies()
    provider.change_key()

    assert traveller.go().shows("Bob Lindqvist")


def test_a_link_on_another_site_signs_nobody_in(traveller, zoe):
    page = traveller.browser.visit(
        "/sign-in/with/oidc", **{"Sec-Fetch-Site": "cross-site"}
    )

    assert page.path == "/sign-in"


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up"])
def test_the_doors_offer_the_provider(browser, provider, path):
    assert "Continue with Harbour" in browser.visit(path).texts("main a")


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up"])
def test_without_settings_the_doors_say_nothing_of_it(browser, ann, path):
    assert not browser.visit(path).select("[href*='/with/']")


@pytest.mark.parametrize(
    "path",
    [
        "/sign-in/with/oidc",
        "/sign-in/with/oidc/back",
        "/sign-up/with/oidc",
        "/sign-in/with/github",
        "/sign-in/with/nobody",
    ],
)
def test_without_settings_there_is_no_such_page(browser, ann, path):
    assert browser.visit(path).status == 404


def test_kept_words_wait_while_somebody_signs_in_elsewhere(traveller, zoe):
    browser = traveller.browser
    fields = {"csrf_token": browser.visit("/sign-in").value("csrf_token")}
    closed = browser.send("/posts", {**fields, "body": "A raisin in the bell."})
    traveller.go()

    late = closed.submit("main form[action='/posts']")

    assert late.value("body") == "A raisin in the bell."
    assert not late.path.startswith("/sign-in")


def test_an_account_without_a_password_is_not_opened_by_an_empty_one(
    traveller, provider
):
    traveller.go().submit()
    traveller.browser.forget_cookies()

    page = traveller.browser.visit("/sign-in")

    assert not db.session.query(Account).one().has_password
    assert page.submit(identifier="zoe_ferrer", password=" ").status == 422
    assert page.submit(identifier="zoe_ferrer", password="x").status == 422
