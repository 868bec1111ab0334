import pytest

from app.models import Follow
from tests.fixtures.cast import PASSWORD
from tests.support.database import changes


@pytest.mark.parametrize("path", ["/@ann", "/@ann/the-tide-tables"])
def test_a_visitor_sees_a_link_to_sign_in(browser, essay, path):
    page = browser.visit(path)

    assert page.select("main a[href^='/sign-in']")[0]["href"] == "/sign-in?next=/@ann"
    assert not page.select("form.follow")


def test_the_sign_in_page_leads_back_to_the_person(browser, ann, bob):
    link = browser.visit("/@ann").select("main a[href^='/sign-in']")[0]

    page = browser.visit(link["href"]).submit(identifier="bob", password=PASSWORD)

    assert page.path == "/@ann"
    assert page.text("form.follow button") == "Follow Ann Okafor"


def test_a_visitor_who_sends_the_form_signs_in_first(browser, bob, ann):
    profile = browser.sign_in(ann).visit("/@bob")
    browser.client.delete_cookie(browser.client.application.config["LOGIN_COOKIE"])

    with changes(Follow, by=0):
        page = profile.submit("form.follow")

    assert page.status == 401


def test_after_signing_in_the_wish_is_granted(browser, bob, ann):
    profile = browser.sign_in(ann).visit("/@bob")
    browser.client.delete_cookie(browser.client.application.config["LOGIN_COOKIE"])
    door = profile.submit("form.follow")

    with changes(Follow, by=1):
        door.submit(identifier="ann", password=PASSWORD).submit("main form")
