from datetime import timedelta

import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Account, Invitation
from app.models.columns import now
from app.models.invitation import LIVE_AT_ONCE
from tests.accounts.test_create import ZOE
from tests.fixtures.joining import change_site
from tests.support.browser import Browser
from tests.support.database import changes, queries

FORM = "form[action='/settings/invitations/']"
BACK = "form[action$='/delete']"


@pytest.fixture
def page(browser, bob):
    """Bob’s page of invitations."""
    return browser.sign_in(bob).visit("/settings/invitations/")


def test_an_invitation_is_a_link(page):
    with changes(Invitation, by=1):
        made = page.submit(FORM, note="for Zoë", places="5", days="7")

    code = db.session.scalar(select(Invitation.code))
    assert made.text(".setting code") == f"http://localhost/join/{code}"
    assert made.shows("0 of 5 came")


def test_the_link_lets_somebody_in_who_is_listed(app, page):
    made = page.submit(FORM, places="1")
    link = made.text(".setting code").removeprefix("http://localhost")

    Browser(app.test_client()).visit(link).submit(**ZOE)

    after = page.browser.visit("/settings/invitations/")
    assert after.shows("1 of 1 came · used up")
    assert after.text("ul.people .name") == "Zoë Ferrer"


def test_one_is_taken_back(app, page):
    made = page.submit(FORM, note="for Zoë")

    after = made.submit(BACK)

    assert after.shows("Ended")
    assert not after.select(".setting code")


@pytest.mark.parametrize(
    "typed",
    [
        {"places": "1000"},
        {"places": "0"},
        {"places": "x"},
        {"days": "365"},
        {"days": ""},
        {"note": "n" * 121},
    ],
)
def test_what_is_not_on_offer_is_refused(page, typed):
    with changes(Invitation, by=0):
        assert page.submit(FORM, **typed).status == 422


def test_so_many_of_one_member_are_about_at_once(page):
    for _ in range(LIVE_AT_ONCE):
        page = page.submit(FORM)

    with changes(Invitation, by=0):
        refused = page.submit(FORM)

    assert refused.status == 422
    assert refused.shows("5 of your invitations are about. Take one back.")


def test_an_admin_is_not_counted(browser, ann):
    page = browser.sign_in(ann).visit("/settings/invitations/")

    with changes(Invitation, by=LIVE_AT_ONCE + 1):
        for _ in range(LIVE_AT_ONCE + 1):
            page = page.submit(FORM)


def test_but_makes_no_more_than_twenty_an_hour(browser, ann):
    page = browser.sign_in(ann).visit("/settings/invitations/")

    with changes(Invitation, by=20):
        for _ in range(21):
            last = page.submit(FORM)

    assert last.status == 429


def test_nobody_takes_back_what_another_made(browser, cleo, invitation):
    token = browser.sign_in(cleo).visit("/").value("csrf_token")

    page = browser.send(
        f"/settings/invitations/{invitation.id}/delete", {"csrf_token": token}
    )

    assert page.status == 404
    assert invitation.is_live


def test_nobody_sees_what_another_made(browser, cleo, invitation):
    page = browser.sign_in(cleo).visit("/settings/invitations/")

    assert not page.shows("for Zoë")


def test_where_members_do_not_invite_the_page_is_gone(browser, bob):
    change_site(members_invite=False)
    browser.sign_in(bob)

    assert browser.visit("/settings/invitations/").status == 404
    assert not browser.visit("/settings/security/").select("a[href$='/invitations/']")


def test_but_those_who_look_after_the_site_do(browser, dan):
    change_site(members_invite=False)

    assert browser.sign_in(dan).visit("/settings/invitations/").status == 200


def test_one_that_ended_by_itself_says_when(browser, bob, invitation):
    invitation.expires_at = now() - timedelta(days=2)
    db.session.commit()

    page = browser.sign_in(bob).visit("/settings/invitations/")

    assert page.shows("Ended")
    assert not page.select(BACK)


def test_a_guest_who_is_not_seen_by_others_is_not_listed(browser, bob, cleo):
    account = db.session.get(Account, cleo.id)
    account.invited_by_id, cleo.withheld_at = bob.id, now()
    db.session.commit()

    page = browser.sign_in(bob).visit("/settings/invitations/")

    assert not page.shows("Cleo Marchetti")


def test_the_page_costs_the_same_however_many(browser, bob):
    for _ in range(25):
        bob.invite(places=1, days=1)
    db.session.commit()
    browser.sign_in(bob)

    with queries(at_most=4):
        page = browser.visit("/settings/invitations/")

    assert len(page.select(".setting")) == 20


def test_a_site_that_forgot_its_members_lets_them_invite_no_more(page):
    change_site(members_invite=False)

    with changes(Invitation, by=0):
        assert page.submit(FORM).status == 404
