import pytest

from app.extensions import db
from app.models import AuditEntry, LoginSession, Passkey, RecoveryCode, Totp
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.factors import enter_password
from tests.support.mailbox import mailbox

ADDRESS = "/admin/people/bob"
RESET = f"{ADDRESS}/factors/reset"
FORM = f"form[action='{RESET}']"


@pytest.fixture
def page(browser, ann, bobs_app, bobs_key):
    """What Ann, the admin, sees of Bob."""
    return browser.sign_in(ann).visit(ADDRESS)


def test_an_admin_sees_that_there_are_some(page):
    assert page.shows("2 in use")


def test_a_reset_takes_all_of_it(page):
    with (
        changes(Totp, by=-1),
        changes(Passkey, by=-1),
        changes(RecoveryCode, by=-10),
    ):
        page.submit(FORM)


def test_afterwards_the_password_is_enough(app, page):
    page.submit(FORM)

    assert enter_password(Browser(app.test_client()), "bob").path == "/"


def test_their_sessions_end_and_the_admins_does_not(app, page, bob):
    Browser(app.test_client()).sign_in(bob)

    with changes(LoginSession, by=-1):
        after = page.submit(FORM)

    assert after.shows("They can sign in with their password, and were told.")


def test_they_are_told_and_it_is_written_down_who_did_it(page, ann, bob):
    page.submit(FORM)
    entry = db.session.query(AuditEntry).filter_by(action="factors.reset").one()

    assert (entry.user_id, entry.actor_id) == (bob.id, ann.id)
    assert mailbox()[-1].to == "bob@example.org"
    assert "An admin removed your authenticator app" in mailbox()[-1].text


def test_an_admin_cannot_do_so_to_themselves(browser, page):
    token = page.value("csrf_token")

    own = browser.send("/admin/people/ann/factors/reset", {"csrf_token": token})

    assert own.status == 409


@pytest.mark.parametrize("who", ["cleo", "dan", "bob"])
def test_for_others_the_page_does_not_exist(app, page, request, who):
    person = request.getfixturevalue(who)
    other = Browser(app.test_client()).sign_in(person)
    token = other.visit("/").value("csrf_token")

    with changes(Totp, by=0):
        sent = other.send(RESET, {"csrf_token": token})

    assert sent.status == 404


def test_it_takes_a_proof_of_who_it_is(page):
    db.session.query(LoginSession).update({"proved_at": None})
    db.session.commit()

    with changes(Totp, by=0):
        asked = page.submit(FORM)

    assert asked.text("h1") == "Confirm it’s you"


def test_nobody_has_no_factors(page, browser):
    nobody = RESET.replace("bob", "nobody")

    sent = browser.send(nobody, {"csrf_token": page.value("csrf_token")})

    assert sent.status == 404


def test_it_helps_those_who_have_stepped_away(page, bob):
    bob.leave()
    db.session.commit()

    with changes(Totp, by=-1):
        page.submit(FORM)
