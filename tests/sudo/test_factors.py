"""Confirm it is you, by what one has instead of a password."""

import pytest

from app.extensions import db
from app.models import LoginSession
from tests.support.accounts import account_of
from tests.support.factors import ask_for_passkey, give_passkey, use_passkey


@pytest.fixture
def page(browser, bob, bobs_app, bobs_key):
    """The page that asks Bob, who signed in long ago."""
    browser.sign_in(bob)
    db.session.query(LoginSession).update({"proved_at": None})
    db.session.commit()
    return browser.visit("/settings/password/")


def test_a_code_is_a_proof(page, bobs_app):
    assert page.submit(one_time_code=bobs_app.code()).text("h1") == "Change password"


def test_a_used_code_is_none(page, bobs_app, browser):
    code = bobs_app.code()
    page.submit(one_time_code=code)
    db.session.query(LoginSession).update({"proved_at": None})
    db.session.commit()

    again = browser.visit("/settings/password/").submit(one_time_code=code)

    assert again.status == 422
    assert again.shows("That code isn’t right, or was used before.")


def test_a_passkey_is_a_proof(page, bobs_key):
    assert use_passkey(page, bobs_key).text("h1") == "Change password"


def test_a_password_that_the_browser_filled_in_does_not_matter(page, bobs_key):
    confirmed = use_passkey(page, bobs_key, password="an old one")

    assert confirmed.text("h1") == "Change password"


def test_it_has_to_know_its_owner(page, bobs_key):
    bobs_key.verifies = False

    assert ask_for_passkey(page)["userVerification"] == "required"
    assert use_passkey(page, bobs_key).status == 422


def test_somebody_elses_passkey_is_no_proof(page, cleo):
    refused = use_passkey(page, give_passkey(cleo))

    assert refused.status == 422
    assert refused.shows("That passkey isn’t yours, or it took too long.")


def test_nothing_is_no_proof(page):
    assert page.submit().status == 422


def test_the_page_offers_what_there_is(browser, cleo, page):
    browser.sign_in(cleo)

    plain = browser.visit("/confirm-it-is-you/")

    assert page.select("[name=one_time_code]")
    assert not plain.select("[name=one_time_code], [name=credential]")


def test_without_a_password_none_is_asked_for(page, browser, bob):
    account_of(bob).password_hash = ""
    db.session.commit()

    asked = browser.visit("/confirm-it-is-you/")

    assert not asked.select("[name=password]")
    assert asked.select("details[open] [name=one_time_code]")


def test_without_anything_one_signs_in_again(browser, cleo):
    account_of(cleo).password_hash = ""
    db.session.commit()

    assert browser.sign_in(cleo).visit("/confirm-it-is-you/").shows("Sign out and in")


def test_the_sixth_wrong_code_has_to_wait(page):
    for _ in range(6):
        refused = page.submit(one_time_code="000000")

    assert refused.status == 429
