"""Pictures that people bring, kept and shown."""

from app.media import commands, listeners
from app.media.views import bp

__all__ = ["bp", "commands", "listeners"]
