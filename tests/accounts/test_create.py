import pytest

from app.extensions import db
from app.models import Account, LoginSession, User
from tests.support.database import changes

ZOE = {
    "name": "Zoë Ferrer",
    "handle": "zoe",
    "email": "zoe@example.org",
    "password": "four plain words work",
}


@pytest.fixture
def page(browser):
    """The sign-up page, as a visitor sees it."""
    return browser.visit("/sign-up")


def newest():
    return db.session.query(User).order_by(User.id.desc()).first()


def test_a_visitor_becomes_a_member_and_is_signed_in(page):
    with changes(Account, by=1), changes(LoginSession, by=1):
        home = page.submit(**ZOE)

    assert home.path == "/"
    assert home.shows("Zoë Ferrer")


def test_the_new_member_stays_signed_in_for_thirty_days(page, browser):
    page.submit(**ZOE)

    assert browser.client.get_cookie("login").max_age == 30 * 24 * 3600


def test_the_new_member_is_an_ordinary_one(page):
    page.submit(**ZOE, role="admin", is_admin="y")

    assert db.session.query(Account).one().role == "member"


def test_the_new_member_can_come_back(page, browser):
    page.submit(**ZOE)
    browser.forget_cookies()

    sign_in = browser.visit("/sign-in")

    assert sign_in.submit(identifier="@ZOE", password=ZOE["password"]).path == "/"


@pytest.mark.parametrize(
    ("typed", "handle"),
    [("Zoe", "zoe"), ("@zoe", "zoe"), (" zoe_1 ", "zoe_1"), ("z" * 30, "z" * 30)],
)
def test_a_handle_has_one_spelling(page, typed, handle):
    page.submit(**{**ZOE, "handle": typed})

    assert newest().handle == handle


def test_who_gives_no_name_goes_by_their_handle(page):
    page.submit(**{**ZOE, "name": "  "})

    assert newest().name == "zoe"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Zoë\u202e Ferrer", "Zoë Ferrer"),
        ("\u2067Zoë\u2069", "Zoë"),
        ("Zo\x00ë", "Zoë"),
        ("Zoë\r\nFerrer", "Zoë Ferrer"),
        ("Zoe\u0308", "Zoë"),
        ("زوي فيرير", "زوي فيرير"),
        ("<b>Zoë</b>", "<b>Zoë</b>"),
    ],
)
def test_a_name_is_one_clean_line(page, typed, name):
    page.submit(**{**ZOE, "name": typed})

    assert newest().name == name


def test_an_address_that_is_taken_gets_the_answer_of_a_free_one(page, ann):
    with changes(Account, by=1):
        home = page.submit(**{**ZOE, "email": "ann@example.org"})

    assert home.path == "/"
    assert home.shows("Zoë Ferrer")


def test_who_had_an_address_first_signs_in_with_it(page, browser, ann):
    page.submit(**{**ZOE, "email": "ANN@example.org"})
    browser.forget_cookies()

    sign_in = browser.visit("/sign-in")

    home = sign_in.submit(identifier="ann@example.org", password="seven quiet herons")
    assert home.shows("Ann Okafor")


def test_a_member_has_no_use_for_the_page(browser, ann):
    assert browser.sign_in(ann).visit("/sign-up").path == "/"


@pytest.mark.parametrize("wanted", ["//evil.example", "http:evil.example", "/\\evil"])
def test_joining_leads_to_no_other_site(page, browser, wanted):
    fields = {**ZOE, "csrf_token": page.value("csrf_token"), "next": wanted}

    assert browser.client.post("/sign-up", data=fields).location == "/"


def test_one_address_cannot_make_many_accounts(browser):
    for number in range(6):
        browser.forget_cookies()
        page = browser.visit("/sign-up").submit(**{**ZOE, "handle": f"zoe{number}"})

    assert page.status == 429
    assert page.text("h1") == "A little slower, please"
    assert ZOE["password"] not in str(page.html)


def test_mistakes_are_not_counted(page):
    for _ in range(6):
        page = page.submit(**{**ZOE, "email": "zoe"})

    assert page.submit(**ZOE).path == "/"
