"""A place in INSTANCE_PATH for what a command needs for a while."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time

from flask import current_app

#: No command takes so long: what is older was left by one that was killed.
_LEFT = timedelta(days=1)


@contextmanager
def staged(prefix: str) -> Iterator[Path]:
    """A folder that goes again; those go first that were left behind."""
    around = Path(current_app.instance_path)
    for place in around.glob(f"{prefix}*"):
        # What another command removes just now is no concern of ours.
        with suppress(OSError):
            if place.stat().st_mtime < time() - _LEFT.total_seconds():
                shutil.rmtree(place)
    with TemporaryDirectory(prefix=prefix, dir=around) as stage:
        yield Path(stage)
