"""kill -9, again and again under load: each letter arrives, and hardly one twice."""

import signal
from random import Random

from sqlalchemy import func, select

from app import jobs
from app.extensions import db
from app.models import Outbox
from app.web.mail import post
from app.web.outbox import as_if_asked
from tests.support.waiting import wait_until

# Each start costs a second of a core: bench/faults has fifty of them.
KILLS = 5
WORKERS = 3
# So many letters lie there from the beginning: more than dead workers hold, so that
# nobody has to wait until a lease ends; and so many are written before each kill.
AHEAD, AT_ONCE = 40, 8
LETTERS = AHEAD + KILLS * AT_ONCE


def write(first, end):
    with as_if_asked():
        for number in range(first, end):
            post(
                "test", None, to=f"reader{number}@example.org", link="https://a.example"
            )
        db.session.commit()


def kill_workers(office, start_worker, chance):
    """Kill the oldest of some workers whenever a few letters more have come."""
    workers = [start_worker() for _ in range(WORKERS)]
    write(0, AHEAD)
    for written in range(AHEAD, LETTERS, AT_ONCE):
        write(written, written + AT_ONCE)
        more = len(office.letters) + chance.randrange(1, 2 * AT_ONCE)
        assert office.wait_for(min(more, written - 2 * AT_ONCE), within=120)
        # And some moment later: anywhere between two letters.
        office.wait_for(LETTERS * KILLS, within=chance.random() / 20)
        oldest = workers.pop(0)
        oldest.send_signal(signal.SIGKILL)
        workers.append(start_worker())


def waiting():
    rows = Outbox.waiting().subquery()
    count = db.session.scalar(select(func.count()).select_from(rows))
    db.session.rollback()
    return count


def test_nothing_is_lost_however_often_the_worker_is_killed(office, start_worker):
    kill_workers(office, start_worker, Random(20))
    assert wait_until(lambda: waiting() == 0, within=60), f"{waiting()} are left"

    rows = {row.key: row for row in db.session.scalars(select(Outbox))}
    keys = [letter["Message-ID"][1:].partition("@")[0] for letter in office.letters]
    accepted = zip(keys, office.moments, strict=True)
    late = [key for key, moment in accepted if moment > rows[key].delivered_at]
    assert set(keys) == set(rows), "each was accepted at least once"
    most = KILLS * jobs.THREADS
    assert len(keys) - LETTERS <= most, "twice only what a kill interrupted"
    assert not late, "what is noted as delivered is never sent again"
