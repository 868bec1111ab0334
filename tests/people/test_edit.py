import pytest

from app.extensions import db
from app.models import AuditEntry
from tests.fixtures.cast import join
from tests.fixtures.joining import ask_to_join
from tests.support.accounts import account_of
from tests.support.browser import Browser
from tests.support.database import queries


@pytest.fixture
def admin(browser, ann):
    return browser.sign_in(ann)


def test_the_page_says_who_invited_them(admin, bob, cleo):
    account_of(cleo).invited_by_id = bob.id
    db.session.commit()

    page = admin.visit("/admin/people/cleo")

    assert page.select("a[href='/admin/people/bob']")


def test_somebody_who_waits_has_a_page_here(admin):
    ask_to_join("fay", "Fay")

    page = admin.visit("/admin/people/fay")

    assert page.text("h1") == "Fay"
    assert page.text(".badge") == "Waiting"


@pytest.mark.parametrize(("for_good", "status"), [(True, "Leaving"), (False, "Away")])
def test_somebody_who_left_is_not_called_active(admin, bob, for_good, status):
    bob.leave(for_good=for_good)
    db.session.commit()

    assert admin.visit("/admin/people/bob").text(".badge") == status


def test_an_address_is_confirmed_by_hand(admin, bob):
    account_of(bob).confirmed_at = None
    db.session.commit()

    page = admin.visit("/admin/people/bob").submit("form[action$='/address/']")

    assert account_of(bob).is_confirmed
    assert page.shows("Confirmed the address by hand")


def test_but_not_one_that_somebody_else_confirmed(admin, bob):
    second = join("una", "Una")
    account_of(second).confirmed_at = None
    db.session.commit()
    account_of(second).email = "bob@example.org"
    db.session.commit()

    page = admin.visit("/admin/people/una").submit("form[action$='/address/']")

    assert page.status == 409
    assert page.shows("Somebody else has confirmed this address already.")
    assert not account_of(second).is_confirmed


def test_somebody_is_signed_out_everywhere(app, admin, bob):
    other = Browser(app.test_client()).sign_in(bob)

    page = admin.visit("/admin/people/bob").submit("form[action$='/sessions/delete']")

    assert other.visit("/drafts/").text("h1") == "Welcome back"
    assert page.shows("nowhere at present")
    assert db.session.query(AuditEntry).one().action == "sessions.ended_by_admin"


def test_who_signs_themselves_out_everywhere_stays_here(app, admin, ann):
    other = Browser(app.test_client()).sign_in(ann)

    admin.visit("/admin/people/ann").submit("form[action$='/sessions/delete']")

    assert other.visit("/drafts/").text("h1") == "Welcome back"
    assert admin.visit("/drafts/").text("h1") == "Drafts"


def test_the_invitations_of_somebody_are_taken_back(admin, bob, invitation):
    page = admin.visit("/admin/people/bob")
    after = page.submit("form[action$='/invitations/delete']")

    db.session.refresh(invitation)
    assert not invitation.is_live
    assert after.shows("none at present")


def test_but_nobody_elses(admin, cleo, invitation):
    page = admin.visit("/admin/people/bob")
    token = page.value("csrf_token")

    admin.send("/admin/people/cleo/invitations/delete", {"csrf_token": token})

    db.session.refresh(invitation)
    assert invitation.is_live


def test_the_factors_of_somebody_can_be_reset_here(admin, bob):
    account_of(bob).set_up_totp("sealed", step=1)
    db.session.commit()

    page = admin.visit("/admin/people/bob")
    after = page.submit("form[action$='/factors/reset']")

    assert after.path == "/admin/people/bob"
    assert after.shows("none: the password suffices")


def test_the_page_costs_the_same_whatever_happened(admin, bob):
    for _ in range(15):
        db.session.add(AuditEntry(user_id=bob.id, action="session.begun"))
    db.session.commit()

    with queries(at_most=9):
        page = admin.visit("/admin/people/bob")

    assert len(page.select("tbody tr")) == 10
