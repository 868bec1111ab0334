"""What others did that somebody wants to hear of."""

from app.notifications import commands, digests, letters, listeners
from app.notifications.views import bp

__all__ = ["bp", "commands", "digests", "letters", "listeners"]
