"""Writing, reading, changing and throwing away posts."""

from app.posts import commands, listeners
from app.posts.views import bp

__all__ = ["bp", "commands", "listeners"]
