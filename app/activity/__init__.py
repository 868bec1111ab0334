"""What happened to the reader's own account."""

from app.activity.views import bp

__all__ = ["bp"]
