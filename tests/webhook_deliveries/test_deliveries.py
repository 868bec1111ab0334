"""What a program was told, one by one, and how it is sent once more."""

import pytest

from app.extensions import db
from tests.support.database import fresh, queries
from tests.support.hooks import deliveries
from tests.support.mailbox import work


@pytest.fixture
def path(browser, ann, news):
    browser.sign_in(ann)
    return f"/settings/webhooks/deliveries/{news.id}"


def test_the_answer_can_be_read(browser, path, listener):
    work()

    page = browser.visit(path)

    assert page.text("main pre") == "Thank you."
    assert page.shows("It answered 200 in")


def test_an_answer_is_only_words(browser, path, listener):
    listener.answer("/in", 200, "<script>alert(1)</script>")
    work()

    page = browser.visit(path)

    assert page.text("main pre") == "<script>alert(1)</script>"
    assert not page.select("main script")


def test_what_it_is_told_can_be_read(browser, path):
    page = browser.visit(path)

    assert '"username": "bob"' in page.text("main pre")


@pytest.mark.parametrize(
    ("silence", "words"),
    [
        ("near", "isn’t on the open web"),
        ("away", "Nobody took the connection."),
        ("late", "There was no answer in ten seconds."),
        ("unproved", "Its certificate isn’t right"),
        ("paused", "the webhook was paused by then"),
        ("vanished", "could be read no longer by then"),
    ],
)
def test_it_says_why_there_is_no_answer(browser, path, news, silence, words):
    news.silence = silence
    news.give_up()
    db.session.commit()

    assert browser.visit(path).shows(words)


def test_it_is_sent_once_more_under_its_name(browser, path, listener):
    work()

    browser.visit(path).submit("main form")
    work()

    first, second = (message.headers["webhook-id"] for message in listener.told)
    assert first == second


def test_what_was_given_up_begins_anew(browser, path, hook, news, listener):
    news.attempts = 7
    news.give_up()
    db.session.commit()
    work()
    listener.answer("/in", 500)

    browser.visit(path).submit("main form")
    work()

    [delivery] = deliveries(hook)
    assert (delivery.attempts, delivery.is_waiting) == (1, True)


def test_what_is_on_its_way_has_no_button(browser, path):
    assert not browser.visit(path).select("main form")


def test_what_is_on_its_way_is_not_sent_twice(browser, path, news):
    work()
    page = browser.visit(path)
    fresh(news).delivered_at = None
    db.session.commit()

    assert page.submit("main form").status == 409


def test_what_is_paused_is_not_sent_again(browser, path, hook):
    work()
    page = browser.visit(path)
    fresh(hook).pause()
    db.session.commit()

    assert page.submit("main form").status == 409


def test_that_of_others_is_not_there(browser, bob, news):
    page = browser.sign_in(bob).visit(f"/settings/webhooks/deliveries/{news.id}")

    assert page.status == 404


def test_it_takes_few_statements(browser, path):
    browser.visit(path)

    with queries(at_most=4):
        browser.visit(path)


def test_a_long_list_takes_no_more(browser, ann, hook, news):
    for _ in range(30):
        hook.begin_delivery("test")
    db.session.commit()
    browser.sign_in(ann).visit(f"/settings/webhooks/{hook.id}")

    with queries(at_most=4):
        page = browser.visit(f"/settings/webhooks/{hook.id}")

    assert page.select("a[rel=next]")
