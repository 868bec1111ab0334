"""Codes that an application holds when it is let in no longer."""

from tests.support.links import link_for


def test_a_password_set_by_mail_ends_a_code_too(browser, bob, dancer):
    code = dancer.press()["code"]
    browser.visit(link_for(bob, "reset_password")).submit(
        new_password="nine calm geese"
    )

    assert dancer.exchange(code).json["error"] == "invalid_grant"


def test_so_does_letting_the_application_in_no_longer(browser, quill, dancer):
    dancer.dance()
    code = dancer.press()["code"]
    page = browser.visit("/settings/tokens/")
    fields = {"csrf_token": page.value("csrf_token")}
    browser.send(f"/settings/allowed-applications/{quill.id}/delete", fields)

    assert dancer.exchange(code).json["error"] == "invalid_grant"
