"""The link in the letter."""

import pytest

from app.extensions import db
from app.models import Account, AuditEntry
from tests.support.browser import Browser
from tests.support.links import link_for, press


def is_confirmed(person):
    db.session.expire_all()
    return db.session.get(Account, person.id).is_confirmed


@pytest.fixture
def link(zoe):
    return link_for(zoe, "confirm_email")


def test_the_button_confirms(browser, zoe, link):
    page = press(browser.sign_in(zoe), link)

    assert page.path == "/"
    assert page.shows("The address is confirmed.")
    assert is_confirmed(zoe)


def test_any_browser_will_do(browser, zoe, link):
    page = press(browser, link)

    assert page.path == "/sign-in"
    assert page.shows("Your address is confirmed. Sign in to go on.")
    assert is_confirmed(zoe)


def test_somebody_else_may_be_signed_in_there(browser, zoe, bob, link):
    page = press(browser.sign_in(bob), link)

    assert page.shows("The address is confirmed.")
    assert is_confirmed(zoe)


def test_a_draft_that_waited_is_shown(browser, zoe, link):
    zoe.write(title="Not yet", summary="", body="Half a thought.")
    db.session.commit()

    page = press(browser.sign_in(zoe), link)

    assert page.shows("Your draft waits: publish it.")
    assert page.value("body") == "Half a thought."


def test_it_is_written_down(browser, zoe, link):
    press(browser, link)

    assert [entry.action for entry in db.session.query(AuditEntry)] == [
        "email.confirmed"
    ]


def test_a_second_click_is_told_kindly(browser, zoe, link):
    press(browser, link)

    page = browser.visit(link)

    assert (page.status, page.text("h1")) == (200, "Already confirmed")


def test_a_second_tab_is_told_kindly(browser, zoe, link):
    first, second = browser.visit(link), browser.visit(link)
    first.submit("main form")

    page = second.submit("main form")

    assert (page.status, page.text("h1")) == (200, "Already confirmed")


def test_the_other_letter_is_told_kindly(browser, zoe, link):
    other = link_for(zoe, "confirm_email")
    press(browser, link)

    assert browser.visit(other).text("h1") == "Already confirmed"


def test_of_two_who_confirm_one_address_the_second_reads_what_to_do(browser, zoe, link):
    Account.open("zoe2", "Zoë", "zoe@example.org", "").confirm()
    db.session.commit()

    page = press(browser.sign_in(zoe), link)

    assert (page.status, page.text("h1")) == (409, "This address is taken")
    assert page.select("main a[href='/settings/email/']")
    assert not is_confirmed(zoe)


def test_from_then_on_the_address_signs_in(browser, zoe, link):
    press(browser, link)

    page = Browser(browser.client).visit("/sign-in")

    page = page.submit(identifier="zoe@example.org", password="seven quiet herons")
    assert page.shows("Zoë Ferrer")
