"""What one person wrote, by months."""

from app.their_archives.views import bp

__all__ = ["bp"]
