"""INSTANCE_PATH: there, writable, not full, and nobody else's to read."""

import shutil
import stat
from pathlib import Path
from tempfile import TemporaryFile

from flask import current_app

from app.web.checkup import checkup, note, ok, wrong

LITTLE, NO_ROOM = 1_000_000_000, 200_000_000
#: File systems on which locks of SQLite cannot be relied upon.
REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"})


@checkup("Folder", needs_site=False)
def folder():
    path = Path(current_app.instance_path)
    if not path.is_dir():
        yield wrong(f"{path} is not there yet. bin/run makes it, with a key.")
        return
    try:
        with TemporaryFile(dir=path) as probe:
            probe.write(b"Inklings")
    except OSError as error:
        yield wrong(
            f"cannot write into {path}: {error.strerror}. chown it to the site."
        )
        return
    if stat.S_IMODE(path.stat().st_mode) & stat.S_IRWXO:
        yield note(f"others on this machine can look into {path}: chmod o= {path}")
    else:
        yield ok(f"{path} can be written to.")


@checkup("Disk", needs_site=False)
def disk():
    path = Path(current_app.instance_path)
    there = next(it for it in (path, *path.parents) if it.exists())
    free = shutil.disk_usage(there).free
    words = f"{free / 1e9:.1f} GB are free at {there}"
    if free < NO_ROOM:
        yield wrong(f"{words}. Make room before nothing can be written any more.")
    elif free < LITTLE:
        yield note(f"{words}. Make some room.")
    else:
        yield ok(f"{words}.")


def file_system(path):
    """The kind of file system that ``path`` lies on; empty where nobody says."""
    try:
        with open("/proc/mounts") as mounts:
            rows = [line.split()[1:3] for line in mounts]
    except OSError:
        return ""
    around = [row for row in rows if path.is_relative_to(row[0])]
    return max(around, key=lambda row: len(row[0]), default=("", ""))[1]
