"""What goes when the time to think again is over, and what stays."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import (
    Account,
    AuditEntry,
    Handle,
    KnownDevice,
    LoginSession,
    Outbox,
    Post,
    User,
)
from app.models.columns import now
from app.web.mail import post
from app.web.outbox import as_if_asked
from tests.fixtures.writing import publish
from tests.support.database import changes
from tests.support.mailbox import mailbox

PATHS = ["", "/a-wheel", "/never-there", "/followers", "/following"]


@pytest.fixture
def prune(app):
    """Runs ``flask prune`` and gives what it said."""
    runner = app.test_cli_runner()
    return lambda *options: runner.invoke(args=["prune", *options]).output


@pytest.fixture
def leaving(bob):
    """Gives Bob so many days until he is deleted; he went by @wheels before."""
    publish(bob, "A wheel")
    bob.rename("bobby")

    def left(**time):
        bob.leave(for_good=True)
        bob.ends_at = now() + timedelta(**time)
        db.session.commit()
        return bob

    return left


@pytest.fixture
def gone(leaving, prune):
    leaving(days=0)
    prune()


def test_everything_of_theirs_goes(leaving, prune, browser, bob):
    browser.sign_in(bob)
    db.session.add(AuditEntry(user_id=bob.id, actor_id=bob.id, action="x"))
    db.session.add(KnownDevice(user_id=bob.id, token_digest="x", seen_at=now()))
    leaving(days=0)

    prune()

    for table in (User, Account, Post, LoginSession, KnownDevice, AuditEntry):
        assert db.session.query(table).count() == 0, table


def test_a_rehearsal_removes_nothing(leaving, prune):
    leaving(days=0)

    with changes(User, by=0):
        assert prune("--dry-run") == "Would go: 1 × user.\n"


@pytest.mark.parametrize("handle", ["bobby", "bob", "BOB"])
@pytest.mark.parametrize("path", PATHS)
def test_their_addresses_say_so_for_ever(browser, gone, handle, path):
    page = browser.visit(f"/@{handle}{path}")

    assert (page.status, page.text("h1")) == (410, "Gone for good")


@pytest.mark.parametrize("handle", ["bobby", "bob"])
def test_nobody_gets_their_handle(browser, gone, handle):
    page = browser.visit("/sign-up").submit(
        handle=handle, email="new@example.org", password="seven quiet herons"
    )

    assert page.status == 422
    assert db.session.get(Handle, handle).user_id is None


def test_what_they_did_to_others_is_said_but_not_from_where(
    leaving, prune, ann, bob, cleo
):
    entry = AuditEntry(
        user_id=cleo.id, actor_id=bob.id, action="x", network="192.0.2.7", device="Moz"
    )
    db.session.add(entry)
    leaving(days=0)

    prune()

    db.session.refresh(entry)
    assert (entry.actor_id, entry.network, entry.device) == (None, "", "")


@pytest.mark.parametrize(
    ("left", "letters"),
    [
        ({"days": 13}, 0),
        ({"days": 3, "hours": 1}, 0),
        ({"days": 2, "hours": 23}, 1),
        ({"hours": 23}, 1),
    ],
)
def test_on_the_last_days_a_letter_comes(leaving, prune, left, letters):
    leaving(**left)

    with changes(Outbox, by=letters):
        prune()


def test_their_letters_go_with_them(leaving, prune, ann, bob):
    with as_if_asked():
        post("account_deactivated", bob.account)
        post("account_deactivated", ann.account)
    leaving(days=0)

    prune()

    assert [letter.to for letter in mailbox()] == ["ann@example.org"]


def test_the_same_letter_comes_once(leaving, prune):
    leaving(days=2)
    prune()

    with changes(Outbox, by=0):
        prune()


def test_on_the_very_last_day_another_one_comes(leaving, prune, bob):
    leaving(days=2)
    prune()
    bob.ends_at = now() + timedelta(hours=20)
    db.session.commit()

    prune()

    assert mailbox()[-1].subject == "Your account: 1 day left"


def test_who_came_back_gets_none(leaving, prune):
    leaving(days=2).come_back()
    db.session.commit()

    with changes(Outbox, by=0):
        prune()
