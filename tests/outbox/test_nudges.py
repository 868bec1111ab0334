"""The queue: told after the commit, and not missed when it is away."""

from datetime import timedelta

import pytest
from flask import current_app

from app.extensions import db
from app.models import Outbox
from app.models.columns import now
from app.web.mail import post
from app.web.outbox import as_if_asked, deliver
from tests.support.database import changes


@pytest.fixture
def jobs(own_site):
    """The queue of a site of its own, empty."""
    jobs = current_app.extensions["jobs"]
    jobs.queue.flush()
    yield jobs
    jobs.queue.flush()


def write(to="bob@example.org"):
    with as_if_asked():
        post("test", None, to=to, link="https://a.example/")


def work(jobs):
    """Do what lies in the queue, as the worker would."""
    while task := jobs.queue.dequeue():
        jobs.queue.execute(task)


def test_a_commit_nudges_the_worker(jobs, office):
    write()
    db.session.commit()
    work(jobs)

    assert office.readers == ["bob@example.org"]


def test_before_the_commit_nobody_is_nudged(jobs):
    write()
    db.session.flush()

    assert jobs.queue.pending_count() == 0


def test_what_is_rolled_back_nudges_nobody(jobs):
    write()
    db.session.rollback()
    db.session.commit()

    assert jobs.queue.pending_count() == 0


def test_a_part_of_a_transaction_is_no_commit(jobs):
    write()
    with db.session.begin_nested():
        db.session.flush()
    inside = jobs.queue.pending_count()
    db.session.commit()

    assert (inside, jobs.queue.pending_count()) == (0, 1)


def test_without_the_queue_the_letter_is_kept(jobs, monkeypatch, caplog):
    monkeypatch.setattr(jobs.queue, "enqueue", lambda task: 1 / 0)

    with changes(Outbox, by=1):
        write()
        db.session.commit()
    assert "The queue is away" in caplog.text


def test_the_sweep_finds_what_nobody_nudged_about(jobs, office):
    write()
    db.session.commit()
    jobs.queue.flush()
    jobs.sweep()
    work(jobs)

    assert office.readers == ["bob@example.org"]


def test_the_sweep_leaves_what_is_not_due(jobs, office):
    write()
    db.session.commit()
    [key] = db.session.scalars(db.select(Outbox.key))
    deliver(key)
    jobs.queue.flush()
    jobs.sweep()

    assert jobs.queue.pending_count() == 0


def test_a_busy_worker_is_not_told_twice(jobs, monkeypatch):
    monkeypatch.setattr("app.jobs.BUSY", 2)
    monkeypatch.setattr("app.jobs.FULL", 3)
    for number in range(5):
        write(f"reader{number}@example.org")
    db.session.commit()
    jobs.queue.flush()
    jobs.sweep()
    jobs.sweep()

    assert jobs.queue.pending_count() == 3


def test_what_others_put_into_the_queue_is_not_believed(jobs, caplog):
    jobs.queue.storage.enqueue(b"a pickle of somebody else")

    with pytest.raises(ValueError, match="not found"):
        jobs.queue.dequeue()


def test_redis_makes_no_room_by_forgetting_nudges(jobs, settings):
    if not settings.REDIS_URL:
        pytest.skip("needs REDIS_URL")
    write()
    db.session.commit()
    storage = jobs.queue.storage

    assert storage.conn.ttl(storage.queue_key) == -1, "volatile-lru leaves it alone"


def test_once_a_day_what_is_over_goes(jobs):
    write()
    db.session.commit()
    long_ago = now() - timedelta(days=8)
    db.session.execute(db.update(Outbox).values(delivered_at=long_ago))
    db.session.commit()

    jobs.prune()

    assert db.session.scalars(db.select(Outbox.id)).all() == []
