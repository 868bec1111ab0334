"""Where backups are, and how old the last one is."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path

from flask import current_app

from app.lib.backup_names import made_by
from app.models.columns import now

FOLDER = "backups"
#: Shows how long work goes on: given a label and a length, it gives what counts it.
Progress = Callable[[str, int], AbstractContextManager[Callable[[int], object]]]


class BackupFailed(Exception):
    """There is no backup, or it was not restored; the message says what to do."""


class BackupRuns(BackupFailed):
    """Another one is being made in the same folder."""


def reason(error: Exception) -> str:
    """What went wrong in one line, without the statement and what it was to write."""
    whole = str(getattr(error, "orig", None) or error)
    return whole.partition("\n")[0]


def quietly(
    _label: str, _length: int
) -> AbstractContextManager[Callable[[int], object]]:
    """Show nothing: nobody looks at what the worker does."""
    return nullcontext(lambda _done: None)


def folder() -> Path:
    """Where archives go that nobody wants elsewhere."""
    named = current_app.config["BACKUP_FOLDER"]
    return Path(named or Path(current_app.instance_path) / FOLDER)


def kept_key() -> str:
    """The secret key, if the site made it itself; one that was given is not ours."""
    kept = Path(current_app.instance_path) / "secret_key"
    found = kept.read_text().strip() if kept.exists() else ""
    return found if found == current_app.config["SECRET_KEY"] else ""


def last_backup() -> datetime | None:
    """When the newest archive in the folder was made; None where there is none.

    An archive has its name only once all of it is on the disk, and its database was
    looked through before.

    :raises OSError: when the folder cannot be listed.
    """
    return next((made.at for made in made_by(folder(), now())), None)
