"""Following people."""

from app.follows.views import bp

__all__ = ["bp"]
