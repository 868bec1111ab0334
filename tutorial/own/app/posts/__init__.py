"""Writing, reading, changing and throwing away posts."""

from app.posts.views import bp

__all__ = ["bp"]
