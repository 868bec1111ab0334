"""A session that goes on under another token, an hour after its last note."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import LoginSession
from app.models.columns import now
from tests.fixtures.cast import PASSWORD
from tests.support.links import link_for


def grow_old():
    db.session.query(LoginSession).update({"seen_at": now() - timedelta(hours=2)})
    db.session.commit()


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/settings/password/", {"new_password": "nine loud bitterns"}),
        ("/confirm-it-is-you/", {"password": PASSWORD}),
        ("/settings/other-sessions/delete", {}),
        ("/sign-in", {"identifier": "bob", "password": PASSWORD}),
    ],
)
def test_the_reader_stays_signed_in(browser, bob, path, fields):
    token = browser.sign_in(bob).visit("/").value("csrf_token")
    grow_old()

    browser.send(path, {"csrf_token": token, **fields})

    assert browser.visit("/drafts/").path == "/drafts/"


def test_nor_does_a_new_password_by_mail_end_it(browser, bob):
    page = browser.sign_in(bob).visit(link_for(bob, "reset_password"))
    grow_old()

    page.submit("main form", new_password="nine loud bitterns")

    assert browser.visit("/drafts/").path == "/drafts/"
