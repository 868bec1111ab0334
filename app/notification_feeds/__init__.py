"""What is new to somebody, at a secret address for their feed reader."""

from app.notification_feeds import listeners
from app.notification_feeds.views import bp

__all__ = ["bp", "listeners"]
