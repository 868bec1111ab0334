"""A button that shows whether messages arrive."""

import pytest

from app.extensions import db
from app.models.webhook import TEST
from tests.support.hooks import deliveries, told_by
from tests.support.mailbox import deferred, work


@pytest.fixture
def page(browser, ann, hook):
    return browser.sign_in(ann).visit(f"/settings/webhooks/{hook.id}")


def press(page):
    return page.submit("form[action$='/tests/']")


def test_a_test_is_sent_and_its_answer_listed(browser, page, hook, listener):
    page = press(page)
    [(event, data)] = told_by(listener)

    page = browser.visit(page.path)

    assert (event, data["webhook"]) == (TEST, hook.id)
    assert "200" in page.text("table .badge--success")


def test_until_then_it_waits(page, listener):
    page = press(page)

    assert page.text("table .badge") == "Waiting"
    assert page.shows("On its way.")


def test_it_is_sent_once_and_counts_for_nothing(page, hook, listener):
    listener.answer("/in", 500)
    press(page)

    work()

    [delivery] = deliveries(hook)
    assert (delivery.attempts, deferred()) == (1, [])
    assert hook.failures == 0


def test_what_is_paused_gets_it_too(page, hook, listener):
    hook.pause()
    db.session.commit()
    press(page)

    assert [event for event, _ in told_by(listener)] == [TEST]
