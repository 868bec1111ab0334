"""What the people one follows write."""

from app.timelines import listeners
from app.timelines.views import bp

__all__ = ["bp", "listeners"]
