"""Finding posts, people and tags by their words."""

from app.search import commands, upkeep
from app.search.views import bp

__all__ = ["bp", "commands", "upkeep"]
