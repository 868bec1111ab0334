"""Generated pictures of people."""

from app.avatars.views import bp

__all__ = ["bp"]
