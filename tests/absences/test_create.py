import pytest

from app.extensions import db
from app.models import AuditEntry, LoginSession
from tests.fixtures.cast import PASSWORD
from tests.fixtures.writing import publish
from tests.support.browser import Browser
from tests.support.mailbox import last_letter, mailbox
from tests.support.proof import let_time_pass

PATH = "/settings/leaving/"
FORM = f"form[action='{PATH}']"


@pytest.fixture
def left(browser, bob):
    """The page that Bob sees when he has stepped away."""
    publish(bob, "A wheel")
    return browser.sign_in(bob).visit(PATH).submit(FORM)


@pytest.fixture
def asked(left, browser):
    """Bob has signed in again."""
    return browser.visit("/sign-in").submit(identifier="bob", password=PASSWORD)


def test_stepping_away_signs_one_out(left, browser):
    assert left.shows("You’re away now.")
    assert browser.visit("/settings/account/").path.startswith("/sign-in")


def test_it_signs_one_out_everywhere(app, browser, bob):
    other = Browser(app.test_client()).sign_in(bob)
    browser.sign_in(bob).visit(PATH).submit(FORM)

    assert other.visit("/drafts/").path.startswith("/sign-in")
    assert db.session.query(LoginSession).count() == 0


def test_it_is_written_down_and_told(left):
    assert last_letter().subject == "You’ve stepped away"
    assert db.session.query(AuditEntry.action).scalar() == "account.deactivated"


def test_but_not_told_to_an_address_that_nobody_confirmed(browser, zoe):
    browser.sign_in(zoe).visit(PATH).submit(FORM)

    assert mailbox() == []


def test_signing_in_asks_whether_one_comes_back(asked):
    assert asked.path == "/come-back?next=/"
    assert asked.text("h1") == "Come back?"


@pytest.mark.parametrize(
    "path", ["/", "/explore/", "/@bob", "/posts/new", "/settings/account/", "/people"]
)
def test_until_then_every_page_asks(asked, browser, path):
    assert browser.visit(path).text("h1") == "Come back?"


def test_only_asked_one_is_still_away(asked, app):
    assert Browser(app.test_client()).visit("/@bob").status == 404


def test_coming_back_brings_everything_back(asked, browser):
    page = asked.submit("form[action='/come-back']")

    assert page.shows("You’re back, and so is everything you left here.")
    assert browser.visit("/@bob").texts(".entry-title") == ["A wheel"]


def test_it_leads_to_where_one_wanted_to_go(asked, browser):
    page = browser.visit("/drafts/").submit("form[action='/come-back']")

    assert page.path == "/drafts/"


def test_staying_away_signs_out(asked, browser, bob):
    page = asked.submit("form[action='/sign-out']")

    assert page.shows("You’re signed out.")
    db.session.refresh(bob)
    assert bob.is_away


def test_a_form_of_somebody_away_is_kept_and_goes_on(asked, browser):
    token = asked.value("csrf_token")
    words = {"csrf_token": token, "body": "Not lost.", "do": "publish"}

    page = browser.send("/posts", words)
    assert (page.status, page.text("h1")) == (403, "Come back?")

    page = page.submit("form[action='/come-back']").submit("main form")
    assert page.text(".prose") == "Not lost."


def test_everything_can_be_taken_along_while_away(asked, browser):
    assert browser.visit("/settings/data/").text("h1") == "Your data"


def test_coming_back_twice_is_coming_back_once(asked, browser):
    asked.submit("form[action='/come-back']")

    assert asked.submit("form[action='/come-back']").path == "/"


def test_who_is_here_is_not_asked(browser, bob):
    assert browser.sign_in(bob).visit("/come-back").path == "/"


def test_the_only_admin_stays(browser, ann):
    page = browser.sign_in(ann).visit(PATH).submit(FORM)

    assert (page.status, page.text("h1")) == (409, "That can’t be done")
    assert page.shows("Make somebody else an admin first.")
    assert not ann.is_away


def test_who_it_is_is_asked_first(browser, bob):
    page = browser.sign_in(bob).visit(PATH)
    let_time_pass(bob)

    assert page.submit(FORM).status == 403
    assert browser.visit(PATH).text("h1") == "Confirm it’s you"
    assert not bob.is_away
