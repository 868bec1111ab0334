"""Saying something below a post, and answering each other."""

from app.comments import commands, upkeep
from app.comments.views import bp

__all__ = ["bp", "commands", "upkeep"]
