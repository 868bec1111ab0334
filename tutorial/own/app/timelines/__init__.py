"""What the people one follows write."""

from app.timelines import commands
from app.timelines.views import bp

__all__ = ["bp", "commands"]
