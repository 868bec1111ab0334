"""What programs answer, and what follows from it."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from app.extensions import db
from app.lib import fetching
from app.models import Outbox
from app.models.columns import now
from app.models.outbox import SCHEDULE
from app.models.webhook import MOST_FAILURES, PATIENCE
from tests.support.database import fresh
from tests.support.hooks import deliveries
from tests.support.mailbox import deferred, mailbox, work


def wait_and_work():
    """Let the time pass until the next try."""
    db.session.execute(update(Outbox).values(due_at=now()))
    db.session.commit()
    work()


def test_the_answer_is_written_down(hook, news, listener):
    work()

    [delivery] = deliveries(hook)
    assert (delivery.status, delivery.answer) == (200, "Thank you.")
    assert delivery.delivered_at is not None
    assert deferred() == []


@pytest.mark.parametrize("status", [302, 400, 404, 429, 500, 503])
def test_what_is_not_taken_is_tried_again(hook, news, listener, status):
    listener.answer("/in", status, "No.")
    work()
    listener.answer("/in", 204)

    wait_and_work()

    [delivery] = deliveries(hook)
    assert (delivery.attempts, delivery.status) == (2, 204)
    first, second = listener.told
    assert first.headers["webhook-id"] == second.headers["webhook-id"]


def test_a_redirect_is_not_followed(hook, news, listener):
    listener.lead("/in", f"{listener.address}/elsewhere")

    work()

    assert [message.path for message in listener.told] == ["/in"]
    assert listener.asked == []


def test_after_the_last_try_it_is_given_up(hook, news, listener):
    listener.answer("/in", 500)

    for _ in range(len(SCHEDULE) + 2):
        wait_and_work()

    [delivery] = deliveries(hook)
    assert len(listener.told) == len(SCHEDULE) + 1
    assert delivery.failed_at is not None
    assert fresh(hook).failures == len(SCHEDULE) + 1


def test_no_failure_of_a_program_worries_an_admin(news, listener):
    listener.answer("/in", 500)

    for _ in range(len(SCHEDULE) + 2):
        wait_and_work()

    assert db.session.scalars(Outbox.failed()).all() == []


def test_who_is_gone_for_good_is_left_alone(ann, cleo, hook, news, listener):
    listener.answer("/in", 410)
    work()

    cleo.follow(ann)
    db.session.commit()
    work()

    assert len(listener.told) == 1
    assert fresh(hook).paused_why == "gone"
    assert "gone for good (410)" in mailbox()[-1].text


def test_who_fails_for_days_is_paused_and_its_owner_told(hook, news, listener):
    listener.answer("/in", 500)
    hook.failures = MOST_FAILURES - 1
    hook.failing_since = now() - PATIENCE
    db.session.commit()

    work()

    assert fresh(hook).paused_why == "failing"
    [letter] = mailbox()
    assert letter.to == "ann@example.org"
    assert f"/settings/webhooks/{hook.id}" in letter.text


def test_many_failures_in_an_hour_are_no_reason(hook, news, listener):
    listener.answer("/in", 500)
    hook.failures = 10 * MOST_FAILURES
    hook.failing_since = now() - timedelta(hours=1)
    db.session.commit()

    work()

    assert fresh(hook).failures == 10 * MOST_FAILURES + 1
    assert not hook.is_paused


def test_one_success_forgets_all_failures(hook, news, listener):
    hook.failures, hook.failing_since = 7, now()
    db.session.commit()

    work()

    assert (fresh(hook).failures, hook.failing_since) == (0, None)


def test_of_a_huge_answer_the_beginning_is_kept(hook, news, listener):
    listener.answer("/in", 200, "x" * 3_000_000)

    work()

    assert deliveries(hook)[0].answer == "x" * 1024


def test_an_odd_answer_is_only_words(hook, news, listener):
    listener.put("/in", b"a\x00\xff")

    work()

    assert deliveries(hook)[0].answer == "a\ufffd"


def test_nobody_there_is_written_down(hook, news, listener):
    listener.shutdown()
    listener.server_close()

    work()

    [delivery] = deliveries(hook)
    assert (delivery.silence, delivery.attempts) == ("away", 1)
    assert delivery.is_waiting


def test_what_comes_in_drops_is_too_late(hook, news, listener, monkeypatch):
    monkeypatch.setattr(fetching, "ALTOGETHER", 0)

    work()

    assert deliveries(hook)[0].silence == "late"
