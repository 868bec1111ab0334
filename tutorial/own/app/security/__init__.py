"""Who can get into the reader's account."""

from app.security.views import bp

__all__ = ["bp"]
