"""What others did that somebody wants to hear of."""

from app.notifications import listeners
from app.notifications.views import bp

__all__ = ["bp", "listeners"]
