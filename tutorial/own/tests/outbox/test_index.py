"""What waits and what failed, for those who run the site."""

import pytest

from app.extensions import db
from app.models import Outbox
from app.web.outbox import work
from tests.support.browser import Browser
from tests.support.mailbox import deliver_all

PAGE = "/admin/outbox/"


@pytest.fixture
def stuck(app, bob, monkeypatch):
    """A letter to Bob that did not go out, because the mail server is away."""
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://127.0.0.1:1")
    way = Browser(app.test_client()).visit("/forgotten-password/")
    way.submit(identifier="bob")
    deliver_all()
    monkeypatch.setitem(app.config, "MAIL_URL", "")


def test_an_admin_sees_what_waits_and_why(browser, ann, stuck):
    page = browser.sign_in(ann).visit(PAGE)

    assert page.shows("bob@example.org")
    assert page.shows("Connection refused")
    assert page.shows("Nothing has failed")


def test_trying_again_sends_it(browser, ann, stuck):
    browser.sign_in(ann).visit(PAGE).submit("main form")

    assert work() == 1
    assert browser.visit(PAGE).shows("Nothing is waiting")


def test_what_was_delivered_is_not_tried_again(browser, ann, stuck):
    page = browser.sign_in(ann).visit(PAGE)
    db.session.execute(db.update(Outbox).values(due_at=Outbox.created_at))
    db.session.commit()
    deliver_all()

    assert page.submit("main form").status == 404


def test_for_others_the_page_does_not_exist(browser, bob):
    assert browser.sign_in(bob).visit(PAGE).status == 404


def test_the_worker_says_what_it_did(app, browser, bob):
    browser.visit("/forgotten-password/").submit(identifier="bob")
    said = app.test_cli_runner().invoke(args=["worker", "--once"])

    assert said.output == "1 done.\n"
