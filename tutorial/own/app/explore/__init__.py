"""What everybody writes."""

from app.explore.views import bp

__all__ = ["bp"]
