import pytest

from tests.support.factors import give_passkey


@pytest.fixture
def panel(browser, bob):
    browser.sign_in(bob)
    return lambda: browser.visit("/settings/security/").text(
        "[aria-labelledby=two-factor]"
    )


def test_at_first_both_can_be_set_up(panel):
    assert "On" not in panel().split()
    assert panel().count("Set up") == 2
    assert "Recovery codes" not in panel()


def test_what_is_on_says_so(panel, bobs_app):
    assert "Authenticator app On" in panel()
    assert "10 are left" in panel()


def test_passkeys_are_counted(panel, bob):
    give_passkey(bob, "One")
    give_passkey(bob, "Two")

    assert "2 passkeys sign you in without a password" in panel()
