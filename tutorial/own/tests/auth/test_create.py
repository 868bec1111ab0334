"""Signing in and out."""

import pytest


def test_with_handle_and_password_one_is_in(browser, bob):
    browser.sign_in(bob)

    assert browser.visit("/posts/new").status == 200


def test_the_address_does_as_well(browser, bob):
    page = browser.visit("/sign-in")
    page = page.submit(identifier=" BOB@example.org", password="seven quiet herons")

    assert page.path == "/"


def test_a_wrong_password_and_nobody_sound_the_same(browser, bob):
    wrong = browser.visit("/sign-in").submit(identifier="bob", password="wrong")
    nobody = browser.visit("/sign-in").submit(identifier="nobody", password="wrong")

    assert wrong.status == nobody.status == 422
    assert wrong.text(".notice") == nobody.text(".notice")


def test_one_goes_on_where_one_wanted_to(browser, bob):
    page = browser.visit("/posts/new")
    page = page.submit(identifier="bob", password="seven quiet herons")

    assert page.path == "/posts/new"


@pytest.mark.parametrize("where", ["//evil.example/", "https://evil.example/"])
def test_never_to_another_site(browser, bob, where):
    page = browser.visit(f"/sign-in?next={where}")
    page = page.submit(identifier="bob", password="seven quiet herons")

    assert page.answer.request.host == "localhost"


def test_who_sends_a_form_signed_out_is_not_led_to_where_nothing_is(browser):
    token = browser.visit("/sign-in").value("csrf_token")
    page = browser.send("/posts", {"body": "Hm.", "csrf_token": token})

    assert page.path == "/sign-in"


def test_a_session_of_another_make_is_nobodys(browser, bob):
    with browser.client.session_transaction() as session:
        session["_user_id"] = "bob"

    assert browser.visit("/posts/new").path.startswith("/sign-in")


def test_signing_out_ends_it(browser, bob):
    browser.sign_in(bob).visit("/").submit("header form[method=post]")

    assert browser.visit("/posts/new").path.startswith("/sign-in")


def test_who_was_to_be_kept_is_out_as_well(browser, bob):
    page = browser.visit("/sign-in")
    page.submit(identifier="bob", password="seven quiet herons", keep="y")
    browser.visit("/").submit("header form[method=post]")

    assert browser.visit("/posts/new").path.startswith("/sign-in")


@pytest.mark.parametrize("keep", [{}, {"keep": "y"}])
def test_to_be_kept_outlasts_the_browser(browser, bob, keep):
    page = browser.visit("/sign-in")
    page.submit(identifier="bob", password="seven quiet herons", **keep)

    assert bool(browser.client.get_cookie("session").expires) == bool(keep)


def test_nothing_of_the_session_before_stays(browser, bob):
    before = browser.visit("/sign-in").value("csrf_token")
    browser.sign_in(bob)

    assert browser.send("/posts", {"body": "Hm.", "csrf_token": before}).status == 400


def test_nobody_is_signed_out_by_a_link(browser, bob):
    browser.sign_in(bob)

    assert browser.client.get("/sign-out").status_code == 405
