"""What everybody wrote, by months."""

from app.archives.views import bp

__all__ = ["bp"]
