"""Who asks to follow the reader, and the answers."""

from app.follow_requests import listeners
from app.follow_requests.views import bp

__all__ = ["bp", "listeners"]
