"""What others did that somebody wants to hear of."""

from app.notifications import digests, letters, listeners
from app.notifications.views import bp

__all__ = ["bp", "digests", "letters", "listeners"]
