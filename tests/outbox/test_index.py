"""What waits and what failed, for those who run the site."""

import json
from datetime import timedelta

import pytest

from app.extensions import db
from app.lib.sealing import seal
from app.models import Outbox
from app.models.columns import now
from tests.support.crowd import turn_pages
from tests.support.database import queries, statements
from tests.support.settings import KEY

FAILED = {"failed_at": now() - timedelta(hours=1), "last_error": "550 Nobody here"}


@pytest.fixture
def letters(app):
    """Put rows into the outbox that have a history: ``letters("bob", failed_at=…)``."""

    def put(*names, kind="mail", **history):
        for name in names:
            payload = seal(json.dumps({"to": f"{name}@example.org"}), [KEY])
            Outbox.put(kind, payload, once=name)
        rows = db.session.query(Outbox).order_by(Outbox.id.desc()).limit(len(names))
        for row in rows:
            for column, value in history.items():
                setattr(row, column, value)
        db.session.commit()
        return rows[0]

    return put


def test_what_waits_is_listed_with_its_reader(browser, ann, letters):
    letters("bob", attempts=2, last_error="451 Later")

    page = browser.sign_in(ann).visit("/admin/outbox/")

    assert "bob@example.org" in page.text("tbody tr")
    assert "451 Later" in page.text("tbody tr")
    assert page.texts(".tabs .soft") == ["1", "0"]


def test_what_failed_stands_apart(browser, ann, letters):
    letters("bob")
    letters("eve", **FAILED)

    page = browser.sign_in(ann).visit("/admin/outbox/failed")

    assert page.texts("tbody td bdi") == ["eve@example.org", "550 Nobody here"]


def test_what_went_out_is_not_listed(browser, ann, letters):
    letters("bob", delivered_at=now(), payload="")

    assert browser.sign_in(ann).visit("/admin/outbox/").shows("Nothing is waiting")


def test_other_work_is_listed_by_its_kind(browser, ann, letters):
    letters("bob", kind="recovery")

    page = browser.sign_in(ann).visit("/admin/outbox/")

    assert page.text("tbody code") == "recovery"


def test_what_no_longer_opens_is_listed_all_the_same(browser, ann, letters):
    letters("bob", payload="nonsense")

    assert browser.sign_in(ann).visit("/admin/outbox/").texts("tbody bdi") == ["–", "–"]


def test_one_can_be_tried_again(browser, ann, letters):
    row = letters("eve", attempts=7, **FAILED)

    page = browser.sign_in(ann).visit("/admin/outbox/failed").submit("tbody form")

    db.session.refresh(row)
    assert page.shows("It will be tried again within a minute.")
    assert (row.failed_at, row.attempts) == (None, 0)


def test_all_can_be_tried_again(browser, ann, letters):
    letters("bob", "eve", **FAILED)

    page = (
        browser.sign_in(ann)
        .visit("/admin/outbox/failed")
        .submit("form[action='/admin/outbox/retry']")
    )

    assert page.shows("2 will be tried again within a minute.")
    assert page.texts(".tabs .soft") == ["2", "0"]


def test_what_waits_for_its_next_try_need_not_wait(browser, ann, letters):
    row = letters("bob", attempts=6, due_at=now() + timedelta(hours=24))

    page = browser.sign_in(ann).visit("/admin/outbox/").submit("tbody form")

    db.session.refresh(row)
    assert page.shows("It will be tried again within a minute.")
    assert row.due_at <= now()


def test_what_is_on_its_way_is_left_to_its_worker(browser, ann, letters):
    row = letters("bob", attempts=1)
    page = browser.sign_in(ann).visit("/admin/outbox/")
    row.leased_until = now() + timedelta(minutes=5)
    db.session.commit()

    assert page.submit("tbody form").status == 404


def test_what_was_never_tried_has_nothing_to_press(browser, ann, letters):
    letters("bob")

    assert not browser.sign_in(ann).visit("/admin/outbox/").select("main form")


def test_what_has_gone_meanwhile_is_not_tried_again(browser, ann, letters):
    row = letters("eve", **FAILED)
    page = browser.sign_in(ann).visit("/admin/outbox/failed")
    row.failed_at, row.delivered_at = None, now()
    db.session.commit()

    assert page.submit("tbody form").status == 404


def test_each_is_on_one_page(browser, ann, letters):
    names = [f"reader{number}" for number in range(45)]
    letters(*names, due_at=now())

    found = turn_pages(
        browser.sign_in(ann).visit("/admin/outbox/"), "tbody td:first-child bdi"
    )

    assert sorted(found) == sorted(f"{name}@example.org" for name in names)


def test_a_long_list_costs_what_a_short_one_does(browser, ann, letters):
    letters("bob")
    browser.sign_in(ann)
    with statements() as short:
        browser.visit("/admin/outbox/")
    letters(*(f"reader{number}" for number in range(30)))

    with queries(at_most=len(short)):
        browser.visit("/admin/outbox/")


@pytest.mark.parametrize("path", ["/admin/outbox/", "/admin/outbox/failed"])
def test_for_others_the_page_does_not_exist(browser, dan, path):
    assert browser.sign_in(dan).visit(path).status == 404


@pytest.mark.parametrize("path", ["/admin/outbox/retry", "/admin/outbox/1/retry"])
def test_nor_do_its_buttons(browser, bob, path):
    token = browser.sign_in(bob).visit("/").value("csrf_token")

    assert browser.send(path, {"csrf_token": token}).status == 404
