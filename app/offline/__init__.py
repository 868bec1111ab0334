"""What a visitor has read, read again without a network."""

from app.offline.views import bp

__all__ = ["bp"]
