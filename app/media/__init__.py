"""Pictures that people bring, kept and shown."""

from app.media import checkups, commands, listeners
from app.media.views import bp

__all__ = ["bp", "checkups", "commands", "listeners"]
