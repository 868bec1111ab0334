"""Who gets as far as the second step knows the password: its owner hears of it."""

import pytest

from app.models import Outbox
from tests.support.database import changes
from tests.support.factors import enter_password
from tests.support.mailbox import mailbox


@pytest.fixture
def step(browser, bobs_app):
    """The page that follows Bob's password, on a browser that nobody knows."""
    return enter_password(browser, "bob")


def test_a_wrong_code_on_a_new_device_is_told(step):
    step.submit(one_time_code="000000")
    letter = mailbox()[-1]

    assert letter.to == "bob@example.org"
    assert "Somebody entered your password on a device that is new" in letter.text
    assert letter.links[-1] == "http://localhost/settings/security/"


def test_it_is_told_once_a_day(step):
    with changes(Outbox, by=1):
        for _ in range(3):
            step.submit(one_time_code="000000")


def test_a_slip_on_ones_own_device_is_no_news(browser, step, bobs_app):
    step.submit(one_time_code=bobs_app.code())
    browser.client.delete_cookie("login")

    with changes(Outbox, by=0):
        enter_password(browser, "bob").submit(one_time_code="000000")


def test_the_right_code_is_no_news(step, bobs_app):
    step.submit(one_time_code=bobs_app.code())

    assert not [one for one in mailbox() if "a wrong code" in one.text]
