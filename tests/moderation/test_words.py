"""What moderators see and do about comments and messages."""

import pytest

from app.extensions import db
from tests.support.database import fresh

FORM = "main form[action^='/moderation/']"
WHY = {"note": "Third time.", "message": "Please sell your bells elsewhere."}


@pytest.fixture
def comment(bob, cleo, essay):
    """What Bob says below Ann's essay, reported by Cleo."""
    comment = bob.comment_on(essay, "Buy my bells.")
    cleo.report(comment, "spam", "")
    db.session.commit()
    return comment


@pytest.fixture
def said(bob, cleo):
    """Nine messages between Bob and Cleo, of which she reports the fifth."""
    said = [
        one.write_to([other], f"Bell {number}", f"sheet {number}")
        for number, (one, other) in enumerate([(bob, cleo), (cleo, bob)] * 4)
    ]
    said.append(bob.write_to([cleo], "The last bell", "the last sheet"))
    cleo.report(said[4], "harassment", "")
    db.session.commit()
    return said


@pytest.fixture
def case(browser, dan):
    """The page of the one matter that waits."""

    def case():
        queue = browser.sign_in(dan).visit("/moderation/")
        return browser.visit(queue.select("article h2 a")[0]["href"])

    return case


def test_a_hidden_comment_is_counted_no_longer(case, dan, comment, essay):
    case().submit(FORM, what="hide", **WHY)

    assert fresh(comment).hidden_by_id == dan.id
    assert fresh(essay).comment_count == 0


def test_and_is_when_it_is_shown_again(browser, case, comment, essay):
    path = case().path
    browser.visit(path).submit(FORM, what="hide", **WHY)

    browser.visit(path).submit(FORM, what="restore", **WHY)

    assert fresh(comment).is_standing
    assert fresh(essay).comment_count == 1


def test_the_page_leads_to_where_it_was_said(case, comment, essay):
    assert case().select(f"a[href^='{essay.path}/comments/']")


def test_what_the_writer_of_the_post_has_hidden_a_moderator_can_hide_too(
    ann, case, comment, dan
):
    comment.hide(ann, "Off the subject.")
    db.session.commit()

    case().submit(FORM, what="hide", **WHY)

    assert fresh(comment).hidden_by_id == dan.id


def test_beside_a_message_a_few_others_are_shown_and_no_more(case, said):
    beside = case().texts("[aria-labelledby=neighbours] .deeds-words")

    assert beside == [f"Bell {number}" for number in range(1, 8)]


def test_a_message_is_not_hidden_but_its_writer_can_be_judged(case, said):
    page = case()

    offered = [choice["value"] for choice in page.select("[name=what]")]
    assert offered == ["dismiss", "warn", "limit", "suspend"]
    assert page.submit(FORM, what="suspend", **WHY).status == 200
