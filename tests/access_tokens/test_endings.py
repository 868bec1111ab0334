"""What ends with a session, with a password, and with an account."""

import pytest

from app import events
from app.extensions import db
from app.models import AccessToken, Application
from app.models.access_token import GRANTED, PERSONAL, SIGN_IN
from app.models.columns import now
from app.web import farewell
from app.web.current import end_sessions_of
from tests.support.accounts import account_of
from tests.support.links import link_for, press

ALL = {PERSONAL, SIGN_IN, GRANTED}
MADE = {PERSONAL, GRANTED}
NEW = "nine calm geese"


@pytest.fixture
def tokens(bob, cleo):
    """One token of each kind that acts for Bob, by its kind."""
    app = Application(user_id=cleo.id, name="Quill", client_id="q", redirect_uris=[])
    db.session.add(app)
    db.session.flush()
    given = {
        kind: AccessToken.issue(bob, kind, kind, ["posts:read"])[1] for kind in ALL
    }
    db.session.commit()
    return given


def left():
    return set(db.session.scalars(db.select(AccessToken.kind)))


def test_a_new_password_ends_what_was_given_for_the_old_one(browser, bob, tokens):
    page = browser.sign_in(bob).visit("/settings/password/")
    page.submit(new_password=NEW)

    assert left() == MADE


def test_so_does_signing_out_everywhere_else(browser, bob, tokens):
    page = browser.sign_in(bob).visit("/settings/security/")
    browser.send(
        "/settings/other-sessions/delete", {"csrf_token": page.value("csrf_token")}
    )

    assert left() == MADE


def test_a_password_set_by_mail_ends_all(browser, bob, tokens):
    browser.visit(link_for(bob, "reset_password")).submit(new_password=NEW)

    assert left() == set()


def test_taking_the_account_back_ends_all(browser, bob, tokens):
    press(browser, link_for(bob, "revert_email"))

    assert left() == set()


def test_and_applications_that_a_stranger_registered_meanwhile(bob, cleo, tokens):
    since = now()
    for owner in (bob, cleo):
        app = Application(user_id=owner.id, name="A", client_id=owner.handle)
        app.redirect_uris = []
        db.session.add(app)
    db.session.commit()
    events.account_taken_back.send(account_of(bob), since=since)

    assert {app.client_id for app in db.session.query(Application)} == {"q", "cleo"}


def test_an_admin_ends_all(browser, ann, bob, tokens):
    page = browser.sign_in(ann).visit("/admin/people/bob")
    fields = {"csrf_token": page.value("csrf_token")}
    browser.send("/admin/people/bob/sessions/delete", fields)

    assert left() == set()


def test_another_role_means_to_sign_in_anew(browser, bob, tokens):
    with browser.client.application.test_request_context():
        end_sessions_of(account_of(bob))

    assert left() == MADE


def test_whoever_is_suspended_has_nobody_act_for_them(program, bob, tokens):
    bob.suspend(None)
    db.session.commit()

    answer = program.showing(tokens[PERSONAL]).get("/articles")

    assert answer.status_code == 403


def test_it_goes_on_when_they_are_back(program, bob, tokens):
    bob.suspend(None)
    bob.unsuspend()
    db.session.commit()

    answer = program.showing(tokens[PERSONAL]).get("/articles")

    assert answer.status_code == 200


@pytest.mark.parametrize(("for_good", "stays"), [(False, MADE), (True, set())])
def test_who_leaves_for_good_takes_back_all(app, bob, tokens, for_good, stays):
    with app.test_request_context():
        farewell.take_leave(bob, account_of(bob), for_good=for_good)

    assert left() == stays


def test_also_who_rested_before(app, bob, tokens):
    bob.leave()
    db.session.commit()
    app.test_cli_runner().invoke(args=["users", "delete", "bob", "--yes"])

    assert left() == set()
