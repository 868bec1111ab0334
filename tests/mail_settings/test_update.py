import pytest

from app.extensions import db
from app.models import Account
from app.web.mail_kinds import KINDS, wants

PATH = "/settings/notifications/"


@pytest.fixture
def send(browser, bob):
    """Send the form with these switches on, and see the page that follows."""
    token = browser.sign_in(bob).visit(PATH).value("csrf_token")
    return lambda *wanted: browser.send(
        PATH, {"csrf_token": token, "wanted": [*wanted]}
    )


def muted():
    db.session.expire_all()
    return db.session.query(Account.muted_mail).scalar()


def switches(page):
    return [switch.has_attr("checked") for switch in page.select("input[role=switch]")]


def test_everything_is_on_at_first(browser, bob):
    page = browser.sign_in(bob).visit(PATH)

    assert switches(page) == [True] * len(KINDS)
    assert all(wants(bob.account, kind) for kind in KINDS)


def test_what_is_switched_off_stays_off(send):
    page = send()

    assert page.shows("Saved.")
    assert switches(page) == [False] * len(KINDS)
    assert muted() == list(KINDS)


def test_what_is_switched_on_again_comes_again(send):
    send()
    page = send(*KINDS)

    assert switches(page) == [True] * len(KINDS)
    assert muted() == []


@pytest.mark.parametrize("kind", ["security_change", "", "x" * 5000, "\x00"])
def test_what_cannot_be_switched_is_refused(send, kind):
    assert send(kind).status == 422
    assert muted() == []


def test_the_page_says_what_always_comes(browser, bob):
    page = browser.sign_in(bob).visit(PATH)

    assert page.shows("Letters about the safety of your account always come")
