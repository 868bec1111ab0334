"""How somebody stands here: what moderators did about them, and what they can do."""

from app.standings import commands
from app.standings.views import bp

__all__ = ["bp", "commands"]
