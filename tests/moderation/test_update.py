import pytest

from app.extensions import db
from app.models import ModerationAct
from tests.support.browser import Browser
from tests.support.database import changes, fresh
from tests.support.mailbox import last_letter, mailbox

FORM = "main form[action^='/moderation/']"
WHY = {"note": "Third time.", "message": "Please sell your bells elsewhere."}


@pytest.fixture
def case(browser, dan, matter):
    """The page on which Dan decides about Bob's note."""
    return browser.sign_in(dan).visit(f"/moderation/{matter.id}")


def test_the_page_shows_what_was_said_and_who_reported_it(case):
    assert case.text("blockquote") == "A raisin in the bell."
    assert "Cleo Marchetti" in case.text("[aria-labelledby=reports]")
    assert "He sells bells." in case.text("[aria-labelledby=reports]")


def test_it_shows_what_was_said_then_and_what_is_said_now(browser, case, note):
    note.revise(title="", summary="", body="Nothing at all.")
    db.session.commit()

    page = browser.visit(case.path)

    assert page.text("blockquote") == "A raisin in the bell."
    assert page.text("details .prose") == "Nothing at all."


def test_a_draft_that_it_has_become_is_nobodys_to_read(browser, case, note):
    note.unpublish()
    note.revise(title="", summary="", body="A secret.")
    db.session.commit()

    assert not browser.visit(case.path).shows("A secret.")


def test_a_decision_is_written_down_whole(case, bob, dan, matter):
    case.submit(FORM, what="hide", **WHY)

    act = db.session.scalars(db.select(ModerationAct)).one()
    assert (act.what, act.moderator_id, act.about_id) == ("hide", dan.id, bob.id)
    assert (act.note, act.message) == (WHY["note"], WHY["message"])


def test_a_decision_settles_the_matter(case, matter):
    page = case.submit(FORM, what="dismiss")

    assert page.path == "/moderation/"
    assert page.text("main h2") == "Nothing waits"


@pytest.mark.parametrize("what", ["hide", "warn", "limit", "suspend"])
def test_the_person_gets_a_letter_with_the_message(case, what):
    case.submit(FORM, what=what, **WHY)

    assert last_letter().to == "bob@example.org"
    assert WHY["message"] in last_letter().text
    assert WHY["note"] not in last_letter().text


def test_who_did_nothing_wrong_gets_none(case):
    case.submit(FORM, what="dismiss")

    assert not mailbox()


def test_the_letter_is_in_the_language_of_the_person(case, bob):
    bob.account.language = "de"
    db.session.commit()

    sent = case.browser.visit(case.path).submit(FORM, what="warn", note="x")

    assert sent.status == 200
    assert "Inklings" in last_letter().text


def test_without_a_choice_nothing_is_done_and_nothing_lost(case):
    note = "A long note. " * 100

    with changes(ModerationAct, by=0):
        page = case.submit(FORM, note=note, message="And a message.")

    assert (page.status, page.value("note")) == (422, note)
    assert page.value("message") == "And a message."


@pytest.mark.parametrize("missing", ["note", "message"])
def test_nobody_is_judged_without_a_word(case, missing):
    with changes(ModerationAct, by=0):
        page = case.submit(FORM, what="hide", **{**WHY, missing: " "})

    assert page.status == 422
    assert page.select(f"#{missing}[aria-invalid=true]")


def test_what_is_not_offered_is_not_done(case):
    with changes(ModerationAct, by=0):
        assert case.submit(FORM, what="restore", **WHY).status == 422


def test_the_second_of_two_moderators_is_told_who_was_faster(app, case, ann):
    other = Browser(app.test_client()).sign_in(ann)
    other.visit(case.path).submit(FORM, what="dismiss")

    with changes(ModerationAct, by=0):
        late = case.submit(FORM, what="hide", **WHY)

    assert (late.status, late.value("note")) == (409, WHY["note"])
    assert "Ann Okafor has just decided" in late.text("[role=alert]")


def test_and_decides_again_knowing_that(app, case, ann, note):
    other = Browser(app.test_client()).sign_in(ann)
    other.visit(case.path).submit(FORM, what="dismiss")
    late = case.submit(FORM, what="hide", **WHY)

    with changes(ModerationAct, by=1):
        late.submit(FORM, what="hide")

    assert fresh(note).hidden_at


def test_moderators_are_for_admins_to_judge(browser, cleo, dan, ann):
    report = cleo.report(dan, "rules", "")
    other = Browser(browser.client.application.test_client()).sign_in(ann)
    page = other.visit(f"/moderation/{report.matter_id}")

    assert page.select(FORM)


def test_a_matter_that_went_with_its_post_is_gone(case, note):
    db.session.delete(note)
    db.session.commit()

    assert case.submit(FORM, what="hide", **WHY).status == 404
