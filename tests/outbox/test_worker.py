"""The worker as a process: it starts, delivers, and ends when it is told to."""

import signal

import pytest

from app.extensions import db
from app.web.mail import post
from app.web.outbox import as_if_asked


def write():
    with as_if_asked():
        post("test", None, to="bob@example.org", link="https://a.example")
        db.session.commit()


def test_a_letter_leaves_at_once(office, start_worker):
    start_worker()
    write()

    assert office.wait_for(1)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_it_is_told_to(office, start_worker, number):
    worker = start_worker()
    write()
    office.wait_for(1)
    worker.send_signal(number)

    assert worker.wait(10) == 0


def test_the_letter_at_hand_is_finished_first(office, start_worker):
    office.is_awake.clear()
    worker = start_worker()
    write()
    assert office.is_asked.wait(30)
    worker.send_signal(signal.SIGTERM)
    office.is_awake.set()

    assert worker.wait(10) == 0
    assert len(office.letters) == 1


def test_a_server_that_takes_its_time_does_not_hold_it_up(office, start_worker):
    office.is_awake.clear()
    worker = start_worker()
    write()
    assert office.is_asked.wait(30)
    worker.send_signal(signal.SIGTERM)

    # The server would keep it for as long as the test goes on.
    assert worker.wait(30) == 0
