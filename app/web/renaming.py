"""Going by another handle: how often one may, and who learns of it."""

from datetime import timedelta
from typing import Final

from flask_login import current_user

from app.extensions import db
from app.models import AuditEntry
from app.web import audit
from app.web.owner import tell

#: Former handles stay with their person for ever, so nobody collects them.
OFTEN, WITHIN = 3, timedelta(days=30)
_ACTION: Final = "handle.changed"


def is_too_often() -> bool:
    """Whether the reader has taken as many handles of late as one may."""
    recent = AuditEntry.since(current_user, _ACTION, WITHIN)
    return (db.session.scalar(recent) or 0) >= OFTEN


def tell_of_handle(before: str, now: str) -> None:
    """Write down that the reader goes by another handle, and write to them."""
    audit.record(_ACTION, detail=f"@{before} → @{now}")
    tell("handle_changed", current_user.account, before=before, now=now)
