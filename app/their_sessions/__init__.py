"""Every browser of somebody else, signed out by an admin."""

from app.their_sessions.views import bp

__all__ = ["bp"]
