"""Signing in and out."""


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


def test_never_to_another_site(browser, bob):
    page = browser.visit("/sign-in?next=//evil.example/")
    page = page.submit(identifier="bob", password="seven quiet herons")

    assert page.answer.request.host == "localhost"


def test_signing_out_ends_it(browser, bob):
    browser.sign_in(bob).visit("/").submit("header form")

    assert browser.visit("/posts/new").path.startswith("/sign-in")


def test_nobody_is_signed_out_by_a_link(browser, bob):
    browser.sign_in(bob)

    assert browser.client.get("/sign-out").status_code == 405
