"""Posts that somebody saved to read again."""

from app.bookmarks.views import bp

__all__ = ["bp"]
