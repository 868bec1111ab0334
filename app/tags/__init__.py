"""Posts under a word."""

from app.tags.views import bp

__all__ = ["bp"]
