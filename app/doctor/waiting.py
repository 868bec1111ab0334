"""What waits for the worker: nothing for long, while it is well."""

from app.extensions import db
from app.models import Outbox
from app.web.checkup import checkup, note, ok, wrong


@checkup("Worker")
def worker():
    late = db.session.scalar(Outbox.overdue().limit(1))
    if late:
        yield wrong(
            "something has been due for ten minutes. Is the worker running "
            "(flask worker), and does it read the same settings?"
        )
    else:
        yield ok("nothing has been waiting for long.")


@checkup("Outbox")
def outbox():
    waiting, failed = db.session.execute(Outbox.tally()).one()
    if failed:
        yield note(f"{failed} failed: flask outbox list failed, flask outbox retry")
    else:
        yield ok(f"{waiting} waiting, none failed.")
