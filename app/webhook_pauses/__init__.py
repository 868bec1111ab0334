"""Programs that are told nothing for a while."""

from app.webhook_pauses.views import bp

__all__ = ["bp"]
