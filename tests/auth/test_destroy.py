import pytest

from app.models import LoginSession
from tests.support.database import changes

SIGN_OUT = "form[action='/sign-out']"


@pytest.fixture
def home(browser, ann):
    return browser.sign_in(ann).visit("/")


def test_signing_out_ends_the_session(home):
    with changes(LoginSession, by=-1):
        page = home.submit(SIGN_OUT)

    assert page.path == "/"
    assert page.shows("You’re signed out. See you soon.")


def test_afterwards_the_cookie_is_gone(home, browser):
    home.submit(SIGN_OUT)

    assert browser.client.get_cookie("login") is None


def test_afterwards_a_copy_of_the_cookie_is_nobody(home, browser):
    copied = browser.client.get_cookie("login").value
    home.submit(SIGN_OUT)

    browser.client.set_cookie("login", copied)

    assert browser.visit("/drafts/").path.startswith("/sign-in")


def test_other_browsers_of_that_person_stay_signed_in(home, browser, ann):
    browser.sign_in(ann)

    with changes(LoginSession, by=-1):
        home.submit(SIGN_OUT)


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_nothing_but_a_post_signs_out(home, client, browser, method):
    with changes(LoginSession, by=0):
        answer = getattr(browser.client, method)("/sign-out")

    assert answer.status_code in {400, 405}


def test_another_site_cannot_sign_anybody_out(home, browser):
    with changes(LoginSession, by=0):
        answer = browser.client.post("/sign-out")

    assert answer.status_code == 400


def test_a_visitor_who_signs_out_just_sees_the_front_page(browser, ann):
    token = browser.visit("/sign-in").value("csrf_token")

    page = browser.send("/sign-out", {"csrf_token": token})

    assert page.path == "/"
