"""Following people."""

from app.follows import commands
from app.follows.views import bp

__all__ = ["bp", "commands"]
