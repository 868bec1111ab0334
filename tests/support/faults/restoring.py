"""A backup of a site that is served, and the site that becomes of it."""

import subprocess
import sys
from pathlib import Path

from sqlalchemy import func, select

from app.extensions import db
from app.models import Outbox
from tests.support.faults.site import FaultySite
from tests.support.faults.town import opened
from tests.support.source import ROOT


def backed_up(site: FaultySite, folder: Path) -> str:
    """Have the operator make a backup, whatever else goes on."""
    _run(site, "-m", "flask", "--app", "wsgi", "backup", "create", "--to", str(folder))
    (archive,) = folder.glob("*.tar")
    return str(archive)


def brought_back(site: FaultySite, archive: str) -> int:
    """Restore ``archive`` where nothing is left.

    :returns: for how many rows of the outbox the backup does not know that they went.
    """
    site.config.instance.mkdir()
    _run(site, "bin/_prepare", "0", "--brief")
    _run(site, "-m", "flask", "--app", "wsgi", "backup", "restore", archive)
    with opened(site):
        rows = select(func.count()).select_from(Outbox.waiting().subquery())
        return db.session.scalar(rows) or 0


def _run(site: FaultySite, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=site.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
