from datetime import timedelta

import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Account, Invitation, User
from app.models.columns import now
from tests.accounts.test_create import ZOE
from tests.fixtures.joining import change_site
from tests.support.database import changes
from tests.support.mailbox import mailbox

ENDED = "This invitation is used up or has ended."


def newest():
    return db.session.scalar(select(Account).order_by(Account.user_id.desc()))


def test_without_an_invitation_the_page_asks_for_one(browser, by_invitation):
    page = browser.visit("/sign-up")

    assert page.text("h1") == "By invitation"
    assert page.select("[name=password]") == []


def test_a_code_can_be_typed(browser, by_invitation, invitation):
    code = f" {invitation.code.upper()} "

    page = browser.visit("/sign-up").browser.visit(f"/sign-up?code={code}")

    assert page.shows("Bob Lindqvist invites you.")


def test_who_follows_the_link_becomes_a_member(browser, by_invitation, invitation):
    with changes(Account, by=1):
        home = browser.visit(f"/join/{invitation.code}").submit(**ZOE)

    assert home.shows("Zoë Ferrer")
    assert newest().invited_by_id == invitation.inviter_id
    assert db.session.get(Invitation, invitation.id).places_left == 0


def test_who_invited_is_told(browser, invitation):
    browser.visit(f"/join/{invitation.code}").submit(**ZOE)

    [letter] = [one for one in mailbox() if one.to == "bob@example.org"]
    assert letter.subject == "Zoë Ferrer has joined"
    assert letter.links == ["http://localhost/@zoe"]


def test_and_can_end_such_letters_from_the_letter(browser, invitation):
    browser.visit(f"/join/{invitation.code}").submit(**ZOE)

    [letter] = [one for one in mailbox() if one.to == "bob@example.org"]
    assert letter.unsubscribe in letter.text
    assert letter.unsubscribe in letter.html


def test_but_not_at_an_address_that_nobody_confirmed(browser, bob, invitation):
    """Or a stranger's letterbox fills with whatever somebody calls their guests."""
    bob.account.confirmed_at = None
    db.session.commit()

    browser.visit(f"/join/{invitation.code}").submit(**ZOE)

    assert mailbox() == []


def test_a_second_guest_of_one_place_is_asked_for_another_code(
    browser, by_invitation, invitation
):
    first, second = (browser.visit(f"/join/{invitation.code}") for _ in range(2))
    first.submit(**ZOE)
    browser.forget_cookies()
    fresh = browser.visit("/sign-up").value("csrf_token")

    with changes(Account, by=0):
        refused = second.submit(**{**ZOE, "handle": "yara", "csrf_token": fresh or ""})

    assert refused.status in {400, 422}


def ended(invitation):
    invitation.expires_at = now() - timedelta(hours=1)


def revoked(invitation):
    invitation.revoke()


def used_up(invitation):
    invitation.places_left = 0


def without_its_maker(invitation):
    db.session.get(User, invitation.inviter_id).withheld_at = now()


def of_a_member_who_may_not_invite(invitation):
    change_site(members_invite=False)


WAYS = [ended, revoked, used_up, without_its_maker, of_a_member_who_may_not_invite]


@pytest.mark.parametrize("end", WAYS)
def test_one_that_is_worth_nothing_says_so(browser, by_invitation, invitation, end):
    end(invitation)
    db.session.commit()

    page = browser.visit(f"/join/{invitation.code}")

    assert page.text("h1") == "By invitation"
    assert ENDED in page.text("[role=alert]")


@pytest.mark.parametrize("end", WAYS)
def test_when_it_ends_meanwhile_what_was_typed_stays(
    browser, by_invitation, invitation, end
):
    page = browser.visit(f"/join/{invitation.code}")
    end(invitation)
    db.session.commit()

    with changes(Account, by=0):
        refused = page.submit(**ZOE)

    assert refused.status == 422
    assert ENDED in refused.text("#code-error")
    assert refused.value("handle") == "zoe"


def test_with_another_code_the_same_form_goes_through(
    browser, by_invitation, invitation, bob
):
    page = browser.visit(f"/join/{invitation.code}")
    invitation.revoke()
    other = bob.invite(places=1, days=1)
    db.session.commit()

    home = page.submit(**ZOE).submit(code=other.code, password=ZOE["password"])

    assert home.shows("Zoë Ferrer")


def test_a_taken_handle_costs_no_place(browser, by_invitation, invitation, bob):
    page = browser.visit(f"/join/{invitation.code}").submit(**{**ZOE, "handle": "bob"})

    assert page.status == 422
    assert db.session.get(Invitation, invitation.id).places_left == 1


@pytest.mark.parametrize("code", ["x", "nothing", "%00", "a" * 120, "💌", "' OR 1=1"])
def test_a_code_that_nobody_made_opens_nothing(browser, by_invitation, bob, code):
    page = browser.visit("/sign-up", **{}).browser.visit(f"/sign-up?code={code}")

    assert page.text("h1") == "By invitation"


def test_on_an_open_site_an_ended_one_does_not_matter(browser, invitation):
    revoked(invitation)
    db.session.commit()

    page = browser.visit(f"/join/{invitation.code}")

    assert page.shows("You don’t need one to join.")
    assert page.submit(**ZOE).path == "/"


def test_where_one_asks_to_join_a_guest_need_not(browser, by_request, invitation):
    home = browser.visit(f"/join/{invitation.code}").submit(**ZOE)

    assert home.path == "/"
    assert newest().is_approved


def test_a_member_has_no_use_for_the_link(browser, invitation, cleo):
    assert browser.sign_in(cleo).visit(f"/join/{invitation.code}").path == "/"


def test_two_guests_at_the_last_place_are_one_member(race):
    with race.app.app_context():
        bob = Account.open("bob", "Bob", "bob@example.org", "").user
        db.session.flush()
        code = bob.invite(places=1, days=1).code or ""
        db.session.flush()
        code = db.session.scalar(select(Invitation.code))
        db.session.commit()
    pages = [race.browser().visit(f"/join/{code}") for _ in range(2)]
    change = {"handle": "zoe"}, {"handle": "yara"}

    answers = race.run(
        *(
            lambda p=p, c=c: p.submit(**{**ZOE, **c})
            for p, c in zip(pages, change, strict=True)
        )
    )

    with race.app.app_context():
        left = db.session.scalar(select(Invitation.places_left))
        guests = db.session.query(Account).filter(Account.invited_by_id.is_not(None))
        assert (left, guests.count()) == (0, 1)
    assert sorted(answer.status for answer in answers)[0] == 200
