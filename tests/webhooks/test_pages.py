"""The pages on which members make webhooks and look after them."""

from datetime import timedelta

import pytest

from app.events import account_taken_back
from app.extensions import db
from app.models import LoginSession, Webhook
from app.models.columns import now
from app.models.webhook import EVENTS, FOLLOWED, MOST, PUBLISHED
from app.web import webhooks
from tests.support.database import changes, fresh, queries

PAGE = "/settings/webhooks/"
THERE = "https://example.org/in"


def add(browser, address=THERE, events=(PUBLISHED, FOLLOWED)):
    page = browser.visit("/settings/webhooks/new")
    return page.submit(address=address, events=list(events))


@pytest.fixture
def mine(browser, ann, hook):
    browser.sign_in(ann)
    return f"/settings/webhooks/{hook.id}"


def test_the_settings_lead_there(browser, bob):
    page = browser.sign_in(bob).visit("/settings/tokens/")

    assert page.select(f"main .tabs a[href='{PAGE}']")


def test_a_webhook_is_made(browser, ann):
    browser.sign_in(ann)

    with changes(Webhook, by=1):
        page = add(browser)

    assert page.shows(THERE)
    assert db.session.scalar(ann.webhooks()).events == [PUBLISHED, FOLLOWED]


def test_its_secret_is_shown_once(browser, ann):
    browser.sign_in(ann)

    page = add(browser)

    [field] = page.select("#secret")
    assert field["value"].startswith("whsec_")
    assert "whsec_" not in browser.visit(page.path).words


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "Enter the address"),
        ("example.org", "Check this address"),
        ("ftp://example.org/", "Check this address"),
        ("javascript:alert(1)", "Check this address"),
        ("https://me:secret@example.org/", "Leave name and password out"),
        ("https://example.org:99999/", "The port in this address is none"),
        ("https://example.org:6379/", "Only the ports 80 and 443"),
        ("https://example.org/" + "x" * 500, "500 characters long at most"),
    ],
)
def test_what_is_no_address_comes_back(browser, ann, address, words):
    page = add(browser.sign_in(ann), address)

    assert page.status == 422
    assert page.shows(words)
    assert page.value("address") == address


def test_in_a_network_of_ones_own_any_port_will_do(browser, ann, listener):
    browser.sign_in(ann)

    with changes(Webhook, by=1):
        add(browser, f"{listener.address}/in")


@pytest.mark.parametrize("events", [[], ["no.such"], ["test"]])
def test_it_is_told_of_something_that_there_is(browser, ann, events):
    page = add(browser.sign_in(ann), events=events)

    assert page.status == 422
    assert page.select("#events-error")


def test_there_are_ten_at_most(browser, ann):
    for _ in range(MOST):
        webhooks.add(ann, THERE, EVENTS)
    db.session.commit()
    browser.sign_in(ann)

    with changes(Webhook, by=0):
        page = add(browser)

    assert page.status == 422
    assert page.shows("That’s as many as fit.")


def test_another_address_and_other_things(browser, mine, hook):
    page = browser.visit(f"{mine}/edit").submit(address=THERE, events=[PUBLISHED])

    assert page.shows("Saved.")
    assert fresh(hook).events == [PUBLISHED]
    assert hook.address == THERE


def test_what_it_was_told_of_stands_in_the_form(browser, mine):
    page = browser.visit(f"{mine}/edit")

    assert len(page.select("input[name=events][checked]")) == len(EVENTS)


def test_it_is_removed(browser, mine):
    page = browser.visit(f"{mine}/edit")

    with changes(Webhook, by=-1):
        page.submit("#remove form")


@pytest.mark.parametrize(
    "path",
    ["", "/edit"],
)
def test_those_of_others_are_not_there(browser, bob, hook, path):
    browser.sign_in(bob)

    assert browser.visit(f"/settings/webhooks/{hook.id}{path}").status == 404


@pytest.mark.parametrize("path", ["", "/delete", "/tests/", "/secret/", "/pause/"])
def test_nobody_else_changes_them(browser, bob, hook, path):
    page = browser.sign_in(bob).visit("/settings/webhooks/new")
    token = page.fields("main form")["csrf_token"]

    sent = {"csrf_token": token, "address": THERE, "events": [PUBLISHED]}
    answer = browser.send(f"/settings/webhooks/{hook.id}{path}", sent)

    assert answer.status == 404


def test_making_one_asks_who_it_is(browser, ann):
    browser.sign_in(ann)
    db.session.execute(db.update(LoginSession).values(proved_at=None))
    db.session.commit()

    with changes(Webhook, by=0):
        page = add(browser)

    assert page.status == 403


def test_a_list_of_them_takes_few_statements(browser, ann):
    for _ in range(MOST):
        webhooks.add(ann, THERE, EVENTS)
    db.session.commit()
    browser.sign_in(ann).visit(PAGE)

    with queries(at_most=2):
        browser.visit(PAGE)


def test_what_a_stranger_made_goes_when_the_account_is_taken_back(ann, hook):
    account_taken_back.send(ann.account, since=hook.created_at)

    assert db.session.scalars(ann.webhooks()).all() == []


def test_what_a_stranger_changed_goes_too(ann, hook):
    hook.created_at = now() - timedelta(days=30)
    webhooks.renew(hook)
    db.session.commit()

    account_taken_back.send(ann.account, since=now() - timedelta(days=1))

    assert db.session.scalars(ann.webhooks()).all() == []
