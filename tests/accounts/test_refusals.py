import pytest

from app.extensions import db
from app.models import Account, User
from tests.accounts.test_create import ZOE
from tests.support.database import changes

FORM = "Use 3 to 30 of a–z, 0–9 and _, without spaces."
ADDRESS = "Check this address. It should look like you@example.org."
GUESSABLE = "This one is easy to guess. Four plain words work well."


@pytest.fixture
def page(browser):
    """The sign-up page, as a visitor sees it."""
    return browser.visit("/sign-up")


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("name", "Z" * 81, "This may be 80 characters long at most."),
        ("handle", "", "Choose a handle."),
        ("handle", "@", "Choose a handle."),
        ("handle", "zo", FORM),
        ("handle", "z" * 31, FORM),
        ("handle", "a/b c", FORM),
        ("handle", "zoë", FORM),
        ("handle", "zoe.ferrer", FORM),
        ("handle", "zoe\nadmin", FORM),
        ("handle", "аnn", FORM),  # a Cyrillic letter that looks like ours
        ("handle", "admin", "This one is kept for the site. Choose another."),
        ("handle", "Moderator", "This one is kept for the site."),
        ("email", "", "Enter your email address."),
        ("email", "zoe", ADDRESS),
        ("email", "zoe@", ADDRESS),
        ("email", "zoe@localhost", ADDRESS),
        ("email", "zoe ferrer@example.org", ADDRESS),
        (
            "email",
            "a" * 250 + "@example.org",
            "This may be 254 characters long at most.",
        ),
        ("password", "", "Choose a password."),
        ("password", " " * 12, "Choose a password."),
        ("password", "four word", "9 of at least 10 characters."),
        ("password", "w" * 201, "This may be 200 characters long at most."),
        ("password", "password123", GUESSABLE),
        ("password", "1234567890", GUESSABLE),
        ("password", "qwertyuiop", GUESSABLE),
        ("password", "zoe@example.org", GUESSABLE),
        ("password", "Zoë Ferrer", GUESSABLE),
    ],
)
def test_a_bad_field_is_named_with_what_to_do(page, field, typed, message):
    with changes(Account, by=0):
        refused = page.submit(**{**ZOE, field: typed})

    assert refused.status == 422
    assert message in refused.text(f"#{field}-error")


@pytest.mark.parametrize("handle", ["ann", "Ann", "@ANN", " ann "])
def test_a_handle_is_taken_in_every_case(page, ann, handle):
    refused = page.submit(**{**ZOE, "handle": handle})

    assert refused.status == 422
    assert refused.shows("Somebody already writes as @ann. Choose another.")


def test_several_faults_are_listed_on_top_with_a_link_each(page):
    refused = page.submit(**{**ZOE, "handle": "a/b c", "email": "zoe"})

    assert refused.text("[role=alert] h2") == "2 things to fix"
    assert len(refused.select("[role=alert] a")) == 2


def test_what_was_typed_stays(page):
    refused = page.submit(**{**ZOE, "email": "zoe"})

    assert refused.value("name") == "Zoë Ferrer"
    assert refused.value("handle") == "zoe"
    assert refused.value("email") == "zoe"


def test_but_never_the_password(page):
    refused = page.submit(**{**ZOE, "email": "zoe"})

    assert ZOE["password"] not in str(refused.html)


def test_an_empty_form_is_refused(page):
    refused = page.submit(name="", handle="", email="", password="")

    assert refused.status == 422
    assert len(refused.select(".field-error")) == 3


def test_of_two_who_want_one_handle_the_second_reads_why(page, ann, monkeypatch):
    monkeypatch.setattr("app.web.find.is_taken", lambda handle: False)

    with changes(Account, by=0), changes(User, by=0):
        refused = page.submit(**{**ZOE, "handle": "ann"})

    assert refused.status == 422
    assert refused.shows("Somebody already writes as @ann. Choose another.")


def test_the_second_can_choose_another_handle_at_once(page, ann, monkeypatch):
    monkeypatch.setattr("app.web.find.is_taken", lambda handle: False)
    refused = page.submit(**{**ZOE, "handle": "ann"})

    home = refused.submit(handle="zoe", password=ZOE["password"])

    assert home.shows("Zoë Ferrer")


def test_a_form_sent_twice_is_one_account(page, browser):
    cookie = browser.client.get_cookie("page").value
    page.submit(**ZOE)
    browser.forget_cookies()
    browser.client.set_cookie("page", cookie)

    with changes(Account, by=0):
        again = page.submit(**ZOE)

    assert again.status == 422


def test_a_form_from_before_joining_is_one_account_too(page):
    page.submit(**ZOE)

    with changes(Account, by=0):
        again = page.submit(**ZOE)

    assert ZOE["password"] not in str(again.html)


def test_a_form_without_its_token_makes_no_account(browser):
    with changes(Account, by=0):
        page = browser.send("/sign-up", ZOE)

    assert page.status == 400
    assert ZOE["password"] not in str(page.html)


def test_the_constraint_holds_one_spelling(ann):
    names = [handle for (handle,) in db.session.query(User.handle)]

    assert names == ["ann"]
