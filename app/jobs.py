"""The worker and its queue: what is committed to the outbox goes out at once.

The outbox is the truth and the queue a nudge. Nothing is lost with the queue: every
minute the worker looks for rows that nobody nudged it about.
"""

from functools import cached_property

from flask import Flask, current_app, has_app_context
from huey import Huey, RedisHuey, SqliteHuey, crontab
from huey.consumer import Consumer as BaseConsumer
from huey.consumer import Scheduler as BaseScheduler
from huey.serializer import SignedSerializer
from redis import ConnectionPool
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.extensions import db
from app.lib.breaker import BRIEFLY, Breaker
from app.models import Outbox
from app.web import mail
from app.web.outbox import NUDGES, deliver
from app.web.pruning import clean_up, prune
from app.web.rounds import go_round

#: While so many nudges lie in the queue, a sweep would only repeat them.
BUSY = 20
#: What is due beyond this waits for the next sweep.
FULL = 500
THREADS = 2
#: Seconds for the mail at hand, when the worker is told to end.
FAREWELL = 8


def init_app(app: Flask) -> None:
    app.extensions["jobs"] = Jobs(app)


class Jobs:
    """What the worker does, and how a request tells it to."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        # The sweep finds within a minute what was not said.
        self._breaker = Breaker(pause=20)

    @cached_property
    def queue(self) -> Huey:
        """Opened by whoever uses it first: after gunicorn has forked, not before."""
        queue = _open_queue(self.app)
        self._deliver = queue.task(name="deliver")(self.deliver)
        queue.periodic_task(crontab(), name="sweep")(self.sweep)
        queue.periodic_task(crontab(minute="*/5"), name="round")(self.go_round)
        queue.periodic_task(crontab(hour="4", minute="20"), name="prune")(self.prune)
        return queue

    def nudge(self, key: str) -> None:
        """Tell the worker of a row. That fails where the queue is away: so be it."""
        if not self._breaker.is_closed:
            return
        try:
            self.queue.enqueue(self._deliver.s(key))
        except Exception as error:
            self._breaker.trip()
            self.app.logger.warning("The queue is away, the sweep will do: %s", error)

    def deliver(self, key: str) -> None:
        with self.app.app_context():
            deliver(key)

    def sweep(self) -> None:
        """Find what is due: retries, lost nudges, and what a dead worker held."""
        with self.app.app_context():
            if self.queue.pending_count() > BUSY:
                return
            keys = db.session.scalars(Outbox.due().limit(FULL)).all()
        for key in keys:
            self.nudge(key)

    def go_round(self) -> None:
        with self.app.app_context():
            go_round()

    def prune(self) -> None:
        with self.app.app_context():
            prune()
            db.session.commit()
            clean_up()
            mail.forget_old_files()

    def work(self) -> None:
        """Serve the queue until a signal says to end."""
        lease = self.app.config["OUTBOX_LEASE"]
        Scheduler.periodic_task_seconds = min(60, max(1, lease // 2))
        Consumer(
            self.queue,
            workers=THREADS,
            max_delay=1,
            shutdown_timeout=FAREWELL,
            graceful_signal="TERM",
        ).run()


class Scheduler(BaseScheduler):
    """Sweeps each minute, or more often where a lease is short."""


class Consumer(BaseConsumer):
    """Finishes the mail at hand, whichever signal tells it to end."""

    scheduler_class = Scheduler

    def stop(self, graceful: bool = True) -> None:
        super().stop(graceful=True)


def _open_queue(app: Flask) -> Huey:
    # Signed: what is read from the queue is unpickled, and it must be ours.
    signed = SignedSerializer(secret=app.config["SECRET_KEY"])
    options = {"results": False, "serializer": signed}
    if url := app.config["REDIS_URL"]:
        # The worker waits a second for a nudge, so the answer may take longer.
        pool = ConnectionPool.from_url(url, **BRIEFLY | {"socket_timeout": 2})
        # Its keys have no time to live, so Redis makes no room by forgetting them
        # (volatile-lru); and if it did, the sweep would find the rows.
        return RedisHuey("inklings", connection_pool=pool, **options)
    file = f"{app.instance_path}/queue.sqlite"
    # A nudge need not outlive a power cut, and nobody waits for the disk.
    return SqliteHuey("inklings", filename=file, fsync=False, timeout=2, **options)


@event.listens_for(db.session, "after_commit")
def _nudge(session: Session) -> None:
    if session.in_nested_transaction():
        return
    for key in session.info.pop(NUDGES, ()):
        if has_app_context() and not current_app.testing:
            current_app.extensions["jobs"].nudge(key)


@event.listens_for(db.session, "after_rollback")
def _forget(session: Session) -> None:
    if not session.in_nested_transaction():
        session.info.pop(NUDGES, None)
