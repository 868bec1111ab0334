"""Following tags."""

from app.tag_follows.views import bp

__all__ = ["bp"]
