"""Pictures that people bring, kept and shown."""

from app.media import commands
from app.media.views import bp

__all__ = ["bp", "commands"]
