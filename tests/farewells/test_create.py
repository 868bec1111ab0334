from datetime import timedelta

import pytest

from app.extensions import db
from app.models import AuditEntry, User
from app.models.columns import now
from tests.fixtures.cast import PASSWORD
from tests.fixtures.writing import publish
from tests.support.database import changes
from tests.support.mailbox import last_letter
from tests.support.proof import let_time_pass

PATH = "/settings/leaving/for-good/"
FORM = "form.panel"


@pytest.fixture
def form(browser, bob):
    """The page on which Bob deletes his account."""
    publish(bob, "A wheel")
    return browser.sign_in(bob).visit(PATH)


def days_left(person):
    db.session.refresh(person)
    return round((person.ends_at - now()) / timedelta(days=1))


def test_the_account_goes_in_two_weeks(form, bob):
    page = form.submit(FORM, handle="@bob")

    assert page.shows("Your account will be deleted in 14 days.")
    assert days_left(bob) == 14


def test_nobody_sees_it_from_now_on(form, browser):
    form.submit(FORM, handle="bob")

    assert browser.visit("/@bob").status == 404
    assert not browser.visit("/explore/").shows("A wheel")


def test_a_letter_says_until_when_one_can_stay(form, bob):
    form.submit(FORM, handle="bob")

    letter = last_letter()
    assert letter.subject.startswith("Your account will be deleted on ")
    assert "choose “Come back”" in letter.text
    assert letter.links == ["http://localhost/sign-in"]


@pytest.mark.parametrize("typed", ["", "ann", "bobb", "bob bob", "x" * 101, "b\x00"])
def test_another_handle_deletes_nothing(form, ann, bob, typed):
    page = form.submit(FORM, handle=typed)

    assert page.status == 422
    db.session.refresh(bob)
    assert not bob.is_away


def test_signing_in_says_when_everything_goes(form, browser):
    form.submit(FORM, handle="bob")

    page = browser.visit("/sign-in").submit(identifier="bob", password=PASSWORD)

    assert page.text("h1") == "Come back?"
    assert page.shows("You asked us to delete your account.")


def test_coming_back_cancels_it(form, browser, bob):
    form.submit(FORM, handle="bob")
    page = browser.visit("/sign-in").submit(identifier="bob", password=PASSWORD)

    page.submit("form[action='/come-back']")

    db.session.refresh(bob)
    assert (bob.withheld_at, bob.ends_at) == (None, None)
    actions = set(db.session.scalars(db.select(AuditEntry.action)))
    assert {"account.deleted", "account.returned"} <= actions


def test_the_only_admin_stays(browser, ann):
    page = browser.sign_in(ann).visit(PATH).submit(FORM, handle="ann")

    assert (page.status, page.text("h1")) == (409, "That can’t be done")
    assert not page.shows("Send it again")
    assert not ann.is_away


def test_who_it_is_is_asked_first(form, browser, bob):
    let_time_pass(bob)

    assert browser.visit(PATH).text("h1") == "Confirm it’s you"
    assert form.submit(FORM, handle="bob").status == 403
    db.session.refresh(bob)
    assert not bob.is_away


def test_two_clicks_are_one(form, bob):
    form.submit(FORM, handle="bob")

    with changes(User, by=0), changes(AuditEntry, by=0):
        form.submit(FORM, handle="bob")
