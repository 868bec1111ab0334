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


def test_who_takes_long_over_something_is_well(run):
    put(due_at=now() - timedelta(hours=1), leased_until=now() + timedelta(minutes=1))

    assert run("outbox", "check").exit_code == 0


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


def test_the_list_says_what_failed_and_why(run):
    put(failed_at=now(), last_error="550 no such reader", attempts=1)
    put(failed_at=now(), kind="webhook")

    lines = run("outbox", "list", "failed", "--kind", "mail").output.splitlines()

    assert len(lines) == 1
    assert lines[0].split("\t")[1:] == ["mail", "1", "", "550 no such reader"]


def test_a_row_says_everything_but_what_it_carries(run):
    run("mail-test", "ann@example.org")
    row = db.session.query(Outbox).one()

    said = run("outbox", "show", str(row.id)).output

    assert "to: ann@example.org\n" in said
    assert row.payload not in said


def test_one_row_can_be_tried_again(run):
    put(failed_at=now())
    put(failed_at=now())
    row = db.session.query(Outbox).first()

    assert run("outbox", "retry", str(row.id)).output.startswith("1 will be")
    assert run("outbox").output == "1 waiting, 1 failed.\n"


def test_those_of_a_kind_can_be_tried_again(run):
    put(failed_at=now())
    put(failed_at=now(), kind="webhook")

    assert run("outbox", "retry", "--kind", "webhook").output.startswith("1 will be")


def test_a_rehearsal_tries_nothing(run):
    put(failed_at=now())

    assert run("outbox", "retry", "--dry-run").output == "1 would be tried again.\n"
    assert run("outbox").output == "0 waiting, 1 failed.\n"


@pytest.mark.parametrize("word", ["show", "retry"])
def test_a_row_that_is_not_there_is_said(run, word):
    done = run("outbox", word, "4711")

    assert done.exit_code == 1
    assert "4711" in done.output
