"""People of whom somebody does not want to hear."""

from app.mutes.views import bp

__all__ = ["bp"]
