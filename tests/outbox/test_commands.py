"""What those who run the site can ask on the command line."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Outbox
from app.models.columns import now
from tests.support.database import changes
from tests.support.mailbox import mailbox


@pytest.fixture
def run(app):
    """Runs ``flask …`` and gives what came of it."""
    runner = app.test_cli_runner()
    return lambda *words: runner.invoke(args=words)


def put(**history):
    Outbox.put("mail", "sealed")
    row = db.session.query(Outbox).order_by(Outbox.id.desc()).first()
    for column, value in history.items():
        setattr(row, column, value)
    db.session.commit()


def test_a_letter_to_oneself_tells_whether_mail_arrives(run):
    said = run("mail-test", "ann@example.org").output

    assert said.startswith("The letter is in the outbox")
    assert mailbox()[0].to == "ann@example.org"
    assert mailbox()[0].links == ["http://localhost/"]


def test_what_is_no_address_gets_no_letter(run):
    with changes(Outbox, by=0):
        done = run("mail-test", "ann")

    assert done.exit_code == 2


def test_the_outbox_counts_itself(run):
    put()
    put(failed_at=now())
    put(delivered_at=now())

    assert run("outbox").output == "1 waiting, 1 failed.\n"


def test_what_failed_can_be_tried_again(run):
    put(failed_at=now())

    assert run("outbox", "retry").output == "1 will be tried again within a minute.\n"
    assert run("outbox").output == "1 waiting, 0 failed.\n"


def test_what_waits_for_its_next_try_can_be_tried_at_once(run):
    put(attempts=5, due_at=now() + timedelta(hours=8))

    assert run("outbox", "retry").output == "1 will be tried again within a minute.\n"


@pytest.mark.parametrize(("minutes", "code"), [(0, 0), (9, 0), (11, 1)])
def test_the_worker_is_well_while_nothing_is_overdue(run, minutes, code):
    put(due_at=now() - timedelta(minutes=minutes))

    assert run("outbox", "check").exit_code == code


@pytest.mark.parametrize(
    ("history", "gone"),
    [
        ({"delivered_at": now() - timedelta(days=6, hours=23)}, 0),
        ({"delivered_at": now() - timedelta(days=7, hours=1)}, 1),
        ({"failed_at": now() - timedelta(days=29)}, 0),
        ({"failed_at": now() - timedelta(days=31)}, 1),
        ({"due_at": now() - timedelta(days=100)}, 0),
    ],
)
def test_what_is_over_goes(run, history, gone):
    put(**history)

    with changes(Outbox, by=-gone):
        run("prune")
