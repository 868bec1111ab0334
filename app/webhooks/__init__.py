"""Programs of members that are told what happens to them here."""

from app.webhooks import listeners, worker
from app.webhooks.views import bp

__all__ = ["bp", "listeners", "worker"]
