"""What is looked up at the moment when Prometheus asks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress

from flask import Flask
from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily as Gauge
from sqlalchemy import func
from sqlalchemy.exc import SQLAlchemyError

from app.extensions import db
from app.lib.backup_names import made_in
from app.models import Outbox
from app.models.columns import now
from app.web.backups import folder
from app.web.readiness import is_ready


def gauges(app: Flask) -> Iterator[Metric]:
    """How things are; of the outbox, if the database answers and is up to date."""
    checks = app.extensions["readiness"].now()
    well = Gauge("inklings_well", "1: the check of /readyz is ok", labels=["check"])
    for check in checks:
        well.add_metric([check.name], check.is_well)
    yield well
    free = shutil.disk_usage(app.instance_path).free
    yield Gauge("inklings_disk_free_bytes", "Room where INSTANCE_PATH is", free)
    with suppress(OSError):
        for newest in made_in(folder())[:1]:
            age = (now() - newest.at).total_seconds()
            yield Gauge("inklings_backup_age_seconds", "Age of the newest backup", age)
    if is_ready(checks):
        # It may go away between the check and this.
        with suppress(SQLAlchemyError):
            yield from _of_outbox()


def _of_outbox() -> Iterator[Metric]:
    waiting, failed = db.session.execute(Outbox.tally()).one()
    due = Outbox.waiting().with_only_columns(func.min(Outbox.due_at))
    oldest = db.session.scalar(due)
    age = max(0.0, (now() - oldest).total_seconds()) if oldest else 0.0
    yield Gauge("inklings_outbox_waiting", "Rows that wait to go out", waiting)
    yield Gauge("inklings_outbox_failed", "Rows that could not go out", failed)
    yield Gauge("inklings_outbox_oldest_seconds", "For how long one has been due", age)
