from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Account, AuditEntry, LoginSession, ModerationAct, Suspension
from app.models.columns import now
from tests.fixtures.cast import PASSWORD, join
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.mailbox import last_letter

PATH = "/moderation/people/bob"
FORM = f"main form[action='{PATH}']"
WHY = {"note": "Third time.", "message": "Please sell your bells elsewhere."}


@pytest.fixture
def page(browser, bob, dan):
    """The page on which Dan decides about Bob."""
    return browser.sign_in(dan).visit(PATH)


@pytest.fixture
def elsewhere(app):
    """A browser of somebody else's."""
    return Browser(app.test_client())


def test_somebody_is_warned_without_a_report(page):
    page.submit(FORM, what="warn", **WHY)

    assert last_letter().to == "bob@example.org"
    assert WHY["message"] in last_letter().text


def test_who_is_suspended_is_signed_out_everywhere(page, elsewhere, bob):
    elsewhere.sign_in(bob)

    with changes(LoginSession, by=-1):
        page.submit(FORM, what="suspend", **WHY)

    assert elsewhere.visit("/drafts/").path.startswith("/sign-in")


def test_and_signs_in_nowhere_and_is_told_why(page, elsewhere):
    page.submit(FORM, what="suspend", term="7", **WHY)

    refused = elsewhere.visit("/sign-in").submit(identifier="bob", password=PASSWORD)

    assert (refused.status, refused.text("h1")) == (403, "Your account is suspended")
    assert WHY["message"] in refused.text("blockquote")
    assert "You can sign in again on" in refused.text()


def test_but_only_after_the_right_password(page, elsewhere):
    page.submit(FORM, what="suspend", **WHY)

    refused = elsewhere.visit("/sign-in").submit(identifier="bob", password="a guess")

    assert refused.status == 422
    assert not refused.shows("suspended")


def test_a_session_that_begins_in_that_moment_is_none(page, elsewhere, bob):
    page.submit(FORM, what="suspend", **WHY)

    elsewhere.sign_in(bob)

    assert elsewhere.visit("/drafts/").path.startswith("/sign-in")


def test_when_the_time_is_over_signing_in_lifts_it(page, elsewhere, bob):
    page.submit(FORM, what="suspend", term="1", **WHY)
    db.session.execute(db.update(Suspension).values(until=now() - timedelta(hours=1)))
    db.session.commit()

    home = elsewhere.visit("/sign-in").submit(identifier="bob", password=PASSWORD)

    assert home.path == "/"
    assert elsewhere.visit("/@bob").status == 200


def test_it_is_written_into_the_record_of_the_account(page, bob, dan):
    page.submit(FORM, what="suspend", **WHY)

    entry = db.session.scalars(db.select(AuditEntry)).one()
    assert (entry.action, entry.user_id, entry.actor_id) == (
        "account.suspended",
        bob.id,
        dan.id,
    )


def test_an_open_report_of_the_profile_is_settled_with_it(page, bob, cleo):
    report = cleo.report(bob, "spam", "")
    db.session.commit()

    page.submit(FORM, what="warn", **WHY)

    db.session.expire_all()
    act = db.session.scalars(db.select(ModerationAct)).one()
    assert act.matter_id == report.matter_id


def test_what_was_typed_is_kept_on_an_error(page):
    page = page.submit(FORM, note="A long note.", message="And a message.")

    assert page.status == 422
    assert (page.value("note"), page.value("message")) == (
        "A long note.",
        "And a message.",
    )


def test_the_second_of_two_moderators_is_told_who_was_faster(page, elsewhere, ann):
    elsewhere.sign_in(ann).visit(PATH).submit(FORM, what="warn", **WHY)

    with changes(ModerationAct, by=0):
        late = page.submit(FORM, what="suspend", **WHY)

    assert late.status == 409
    assert "Ann Okafor has just decided" in late.text("[role=alert]")


@pytest.mark.parametrize("role", ["moderator", "admin"])
def test_a_moderator_judges_nobody_who_looks_after_the_site(page, role):
    db.session.execute(
        db.update(Account).where(Account.email == "bob@example.org").values(role=role)
    )
    db.session.commit()

    with changes(ModerationAct, by=0):
        refused = page.submit(FORM, what="suspend", **WHY)

    assert (refused.status, "Only admins decide" in refused.text()) == (403, True)


def test_an_admin_judges_moderators_and_admins(browser, ann):
    join("bob", "Bob", role="admin")

    with changes(ModerationAct, by=1):
        browser.sign_in(ann).visit(PATH).submit(FORM, what="suspend", **WHY)


def test_nobody_judges_themselves(browser, page, dan):
    token = page.value("csrf_token")
    form = {"csrf_token": token, "what": "warn", "seen": 0, **WHY}

    assert browser.send("/moderation/people/dan", form).status == 404
