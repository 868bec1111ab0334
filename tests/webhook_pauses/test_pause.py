"""Programs that are told nothing for a while, and again."""

import pytest

from app.extensions import db
from tests.support.database import fresh
from tests.support.hooks import told_by


@pytest.fixture
def page(browser, ann, hook):
    return browser.sign_in(ann).visit(f"/settings/webhooks/{hook.id}")


def pause(page):
    return page.submit("form[action$='/pause/']")


def test_what_is_paused_is_told_nothing(page, ann, bob, hook, listener):
    pause(page)
    bob.follow(ann)
    db.session.commit()

    assert told_by(listener) == []
    assert fresh(hook).is_paused


def test_what_waits_by_then_is_not_sent(page, ann, bob, hook, listener):
    bob.follow(ann)
    db.session.commit()
    pause(page)

    assert told_by(listener) == []


def test_it_is_told_again(page, ann, bob, hook, listener):
    pause(page).submit("form[action$='/pause/delete']")
    bob.follow(ann)
    db.session.commit()

    assert len(told_by(listener)) == 1


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("gone", "gone for good (410)"),
        ("failing", "for three days"),
        ("owner", "wished"),
    ],
)
def test_the_page_says_why(browser, ann, hook, why, words):
    hook.pause(why)
    db.session.commit()

    page = browser.sign_in(ann).visit(f"/settings/webhooks/{hook.id}")

    assert words in page.text(".notice--warning")


def test_who_failed_begins_anew(page, hook):
    hook.failures = 99
    hook.pause("failing")
    db.session.commit()

    page.browser.visit(page.path).submit("form[action$='/pause/delete']")

    assert (fresh(hook).failures, hook.is_paused) == (0, False)
