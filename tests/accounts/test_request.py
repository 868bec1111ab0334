import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Account, JoinRequest, LoginSession
from app.models.admission import BACKLOG
from tests.accounts.test_create import ZOE
from tests.fixtures.cast import PASSWORD
from tests.fixtures.joining import ask_to_join
from tests.support.database import changes

WHY = "I read Ann’s essays on the train."


@pytest.fixture
def page(browser, by_request):
    """The sign-up page of a site where one asks to join."""
    return browser.visit("/sign-up")


def test_the_page_asks_why(page):
    assert page.text("h1") == "Ask to join"
    assert page.select("textarea[name=reason]")


def test_who_asks_waits_for_an_answer(page):
    with changes(JoinRequest, by=1), changes(LoginSession, by=0):
        thanks = page.submit(**ZOE, reason=WHY)

    assert thanks.path == "/sign-up/waiting"
    assert thanks.text("h1") == "Your request is on its way"


def test_the_reason_is_kept_for_those_who_answer(page):
    page.submit(**ZOE, reason=f" {WHY}\n")

    assert db.session.scalar(select(JoinRequest.reason)) == WHY


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("", "A sentence or two is enough."),
        (" \n ", "A sentence or two is enough."),
        ("z" * 501, "This may be 500 characters long at most."),
    ],
)
def test_a_bad_reason_is_named_and_all_stays(page, reason, says):
    with changes(Account, by=0):
        refused = page.submit(**ZOE, reason=reason)

    assert refused.status == 422
    assert says in refused.text("#reason-error")
    assert refused.value("handle") == "zoe"


def test_when_too_many_wait_the_page_says_so(page, monkeypatch):
    monkeypatch.setattr("app.web.joining.BACKLOG", 2)
    ask_to_join("yara")
    ask_to_join("xeno")

    with changes(Account, by=0):
        refused = page.submit(**ZOE, reason=WHY)

    assert "Many people are waiting" in refused.text("#reason-error")
    assert BACKLOG > 2


def test_who_waits_cannot_sign_in_and_reads_why(browser, fay):
    with changes(LoginSession, by=0):
        page = browser.visit("/sign-in").submit(identifier="fay", password=PASSWORD)

    assert page.status == 403
    assert page.text("h1") == "Your request is being read"
    assert page.shows("fay@example.org")


def test_only_the_right_password_tells_that_somebody_waits(browser, fay):
    known = browser.visit("/sign-in").submit(identifier="fay", password="wrong words")
    nobody = browser.visit("/sign-in").submit(identifier="yara", password="wrong words")

    assert known.status == nobody.status == 422
    assert known.text() == nobody.text()


@pytest.mark.parametrize("path", ["/@fay", "/@fay/followers", "/@fay/following"])
def test_nobody_else_sees_who_waits(browser, bob, fay, path):
    assert browser.sign_in(bob).visit(path).status == 404


def test_nor_on_the_list_of_people(browser, bob, fay):
    assert not browser.visit("/people").shows("Zoë Ferrer")


def test_nobody_follows_who_waits(browser, bob, fay):
    token = browser.sign_in(bob).visit("/").value("csrf_token")

    page = browser.send("/@fay/follow", {"csrf_token": token})

    assert page.status == 404


def test_the_handle_is_taken_meanwhile(browser, fay):
    page = browser.visit("/sign-up").submit(**{**ZOE, "handle": "fay"}, reason=WHY)

    assert page.shows("Somebody already writes as @fay. Choose another.")


def test_an_open_site_wants_no_reason(browser):
    page = browser.visit("/sign-up")

    assert page.select("[name=reason]") == []
    assert page.submit(**ZOE, reason=WHY).path == "/"
