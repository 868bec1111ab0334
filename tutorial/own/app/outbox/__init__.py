"""What waits to go out, for those who run the site; and the worker that takes it."""

from app.outbox import commands
from app.outbox.views import bp

__all__ = ["bp", "commands"]
