"""What ``flask doctor`` asks about backups: room for one, and a recent one."""

import os
from datetime import timedelta

from flask import current_app

from app.models.columns import now
from app.web.backups import folder, last_backup
from app.web.checkup import checkup, note, ok, wrong

#: Two nights: one may have failed and be tried again.
LATE = timedelta(hours=48)


@checkup("Backups")
def backups():
    if current_app.config["BACKUP_KEEP"] == 0:
        yield note("the night makes none (BACKUP_KEEP=0). Something else should.")
        return
    place = folder()
    there = next(it for it in (place, *place.parents) if it.exists())
    if not os.access(there, os.W_OK | os.X_OK):
        yield wrong(f"cannot write into {there}: chown it to the site.")
    elif (last := last_backup()) is None:
        yield note(f"there is none in {place} yet. The worker makes one every night.")
    elif now() - last > LATE:
        yield wrong(
            f"the newest in {place} is of {last:%Y-%m-%d}. The log and the outbox say"
            " why: flask outbox list waiting --kind backup"
        )
    else:
        yield ok(f"the newest in {place} is of {last:%Y-%m-%d}.")
