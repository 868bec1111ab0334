"""Liking posts, and who likes them."""

from app.likes import commands
from app.likes.views import bp

__all__ = ["bp", "commands"]
