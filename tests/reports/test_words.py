"""Comments and messages are reported as posts are, by those who can read them."""

import pytest

from app.extensions import db
from app.models import Matter, Report
from tests.support.database import changes

FORM = "form[action^='/reports/']"


@pytest.fixture
def comment(bob, essay):
    """What Bob says below Ann's essay."""
    comment = bob.comment_on(essay, "Buy my bells.")
    db.session.commit()
    return comment


@pytest.fixture
def message(bob, cleo):
    """What Bob writes to Cleo alone."""
    message = bob.write_to([cleo], "Buy my bells.", "a sheet")
    db.session.commit()
    return message


@pytest.fixture(params=["comment", "message"])
def thing(request):
    return request.getfixturevalue(request.param)


def sheet_of(browser, thing):
    return browser.visit(f"/reports/{thing.matter_kind}/{thing.id}")


def test_they_are_reported_with_what_they_say(browser, cleo, thing):
    sheet = sheet_of(browser.sign_in(cleo), thing)

    with changes(Report, by=1):
        sheet.submit(FORM, reason="spam")

    matter = db.session.scalars(db.select(Matter)).one()
    assert sheet.text("blockquote") == "Buy my bells."
    assert (matter.kind, matter.beginning) == (thing.matter_kind, "Buy my bells.")


def test_nobody_reports_their_own(browser, bob, thing):
    assert sheet_of(browser.sign_in(bob), thing).status == 404


def test_what_was_taken_back_meanwhile_is_gone(browser, cleo, thing):
    sheet = sheet_of(browser.sign_in(cleo), thing)
    thing.take_back()
    db.session.commit()

    assert sheet.submit(FORM, reason="spam").status == 404


def test_a_message_is_reported_by_whom_it_was_for(browser, ann, message):
    assert sheet_of(browser.sign_in(ann), message).status == 404


def test_nor_by_who_has_left_the_conversation(browser, cleo, message):
    side = db.session.scalars(cleo.conversations()).one()
    cleo.leave_conversation(side.conversation)
    db.session.commit()

    assert sheet_of(browser.sign_in(cleo), message).status == 404


def test_a_comment_is_reported_by_who_may_read_the_post(browser, cleo, essay, comment):
    essay.show_to("private")
    db.session.commit()

    assert sheet_of(browser.sign_in(cleo), comment).status == 404


def test_what_somebody_said_who_is_gone_is_nobodys(browser, bob, cleo, thing):
    db.session.delete(bob)
    db.session.commit()

    assert sheet_of(browser.sign_in(cleo), thing).status == 404


def test_a_conversation_leads_there_from_what_others_said(browser, cleo, message):
    page = browser.sign_in(cleo).visit(f"/messages/{message.conversation_id}")

    assert page.select(f"a[href='/reports/message/{message.id}']")


def test_but_not_from_what_one_said_oneself(browser, bob, message):
    page = browser.sign_in(bob).visit(f"/messages/{message.conversation_id}")

    assert not page.select("a[href^='/reports/']")


def test_a_comment_of_somebody_else_leads_there(browser, cleo, comment):
    page = browser.sign_in(cleo).visit(f"/@ann/the-tide-tables/comments/{comment.id}")

    assert page.select(f"a[href='/reports/comment/{comment.id}']")


def test_one_of_ones_own_does_not(browser, bob, comment):
    page = browser.sign_in(bob).visit(f"/@ann/the-tide-tables/comments/{comment.id}")

    assert not page.select("a[href^='/reports/comment/']")
