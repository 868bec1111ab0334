"""All browsers but this one, signed out at once."""

from app.other_sessions.views import bp

__all__ = ["bp"]
