"""Two workers that want the same letter, and one that dies holding it."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from flask import current_app
from sqlalchemy import select, update

from app.extensions import db
from app.models import Outbox
from app.models.columns import now
from app.web.mail import post
from app.web.outbox import as_if_asked, deliver

LETTERS = 20


@pytest.fixture
def keys(own_site):
    """The keys of letters that wait."""
    with as_if_asked():
        for number in range(LETTERS):
            post(
                "test", None, to=f"reader{number}@example.org", link="https://a.example"
            )
        db.session.commit()
    keys = db.session.scalars(select(Outbox.key).order_by(Outbox.id)).all()
    db.session.rollback()
    return keys


def in_parallel(work, times):
    """Do ``work`` in as many threads, all at once."""
    app, barrier, failures = current_app._get_current_object(), Barrier(times), []

    def run():
        try:
            with app.app_context():
                barrier.wait()
                work()
        except Exception as error:
            failures.append(error)

    threads = [Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def test_of_several_workers_one_takes_a_letter(office, keys):
    in_parallel(lambda: [deliver(key) for key in keys], times=4)

    assert len(office.letters) == LETTERS
    assert len(set(office.readers)) == LETTERS


def held(key, until):
    """A worker sent the letter and died before it could note so."""
    db.session.execute(
        update(Outbox).where(Outbox.key == key).values(leased_until=until, attempts=1)
    )
    db.session.commit()


def test_while_a_worker_may_live_nobody_takes_its_letter(office, keys):
    held(keys[0], now() + timedelta(seconds=3))

    assert not deliver(keys[0])


def test_what_a_dead_worker_held_is_sent_again_as_the_same_letter(office, keys):
    deliver(keys[0])
    db.session.execute(update(Outbox).where(Outbox.key == keys[1]).values(key="same"))
    held("same", now() - timedelta(seconds=1))
    deliver("same")

    assert office.letters[1]["Message-ID"] == "<same@localhost>"
    assert len(office.letters) == 2


def test_whoever_lost_the_lease_notes_nothing(office, keys):
    claimed = db.session.scalar(Outbox.claim(keys[0], timedelta(seconds=3)))
    db.session.commit()
    held(keys[0], now() - timedelta(seconds=1))
    deliver(keys[0])

    done = db.session.execute(claimed.refusal("too late"))

    assert done.rowcount == 0
