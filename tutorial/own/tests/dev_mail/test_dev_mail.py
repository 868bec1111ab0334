"""The letters of a try-out: there for who sits at the machine, for nobody else."""

import pytest

#: 19
from tests.support.mailbox import deliver_all

#:

@pytest.fixture
def letter(app, browser, bob):
    """A letter to Bob, kept on this machine."""
    browser.visit("/forgotten-password/").submit(identifier="bob")
    deliver_all()  #: 19


@pytest.fixture
def trying(app, letter, monkeypatch):
    """The site as ``flask run --debug`` serves it."""
    monkeypatch.setattr(app, "debug", True)


def test_a_letter_can_be_found_and_read(browser, trying):
    page = browser.visit("/dev/mail/").follow("Set a new password")

    assert page.select(".letter a[href*='/forgotten-password/']")


def test_on_a_real_site_there_is_nothing(browser, letter):
    assert browser.visit("/dev/mail/").status == 404


def test_where_mail_goes_out_there_is_nothing(browser, trying, app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://127.0.0.1")

    assert browser.visit("/dev/mail/").status == 404


@pytest.mark.parametrize(
    "asked",
    [
        {"environ_overrides": {"REMOTE_ADDR": "192.168.1.7"}},
        {"base_url": "http://rebound.example"},
        {"headers": {"X-Forwarded-For": "127.0.0.1"}},
    ],
    ids=["from another machine", "by another name", "through a proxy"],
)
def test_nor_for_who_sits_elsewhere(browser, trying, asked):
    assert browser.client.get("/dev/mail/", **asked).status_code == 404  #: 11-20
    assert browser.client.get("/dev/mail/", **asked).status_code in (400, 404)  #: 21
