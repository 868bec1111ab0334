"""Finding posts by their words."""

from app.search import commands
from app.search.views import bp

__all__ = ["bp", "commands"]
