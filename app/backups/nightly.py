"""Every night the worker backs the site up, and lets old archives go."""

from datetime import UTC, datetime, timedelta

from flask import current_app
from sqlalchemy import select

from app.backups.making import create
from app.extensions import db
from app.lib.backup_names import made_by, outlived
from app.lib.post_office import Unreachable
from app.models import User
from app.models.columns import now
from app.web.backups import BackupFailed, BackupRuns, folder
from app.web.outbox import as_if_asked, defer, delivers
from app.web.rounds import on_each_round


@on_each_round
def plan():
    """Leave tonight's backup to one worker: whoever asks second is not heard.

    A machine that was off at the hour makes up for it, and a new site does not wait.
    """
    if current_app.config["BACKUP_KEEP"] == 0 or is_made():
        return
    # A site that nobody has set up has nothing to lose.
    if db.session.scalar(select(User.id).limit(1)):
        with as_if_asked():
            defer("backup", once=last_night().isoformat())


@delivers("backup")
def back_up(_row):
    """Make it, if it is not there; what fails is tried again as letters are."""
    # What the row was found by is over: nobody waits for a lock of ours meanwhile.
    db.session.rollback()
    try:
        if is_made():
            return
        media = (
            current_app.config["BACKUP_MEDIA"] and not current_app.config["MEDIA_URL"]
        )
        create(folder(), with_media=media, is_nightly=True)
    except BackupRuns as error:
        # It took longer than the lease of the row, or somebody makes one by hand.
        raise Unreachable(str(error)) from error
    except (BackupFailed, OSError) as error:
        current_app.logger.error("Tonight’s backup: %s", error)
        raise Unreachable(str(error)) from error
    forget_old()


def forget_old(only_looking=False):
    """Remove the nightly archives that have been kept long enough; which they were."""
    old = outlived(made_by(folder(), now()), current_app.config["BACKUP_KEEP"])
    for made in () if only_looking else old:
        made.place.unlink(missing_ok=True)
    return old


def is_made():
    """Whether there is an archive since the hour of the last night."""
    return any(
        made.is_nightly and made.at >= last_night() for made in made_by(folder(), now())
    )


def last_night() -> datetime:
    """When the clock in UTC showed ``BACKUP_HOUR`` last."""
    present = now().astimezone(UTC)
    hour = current_app.config["BACKUP_HOUR"]
    tonight = present.replace(hour=hour, minute=0, second=0, microsecond=0)
    return tonight if tonight <= present else tonight - timedelta(days=1)
