"""The sheet of keys that move through the site."""

from app.shortcuts.views import bp

__all__ = ["bp"]
