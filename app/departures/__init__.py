"""Leaving a conversation."""

from app.departures.views import bp

__all__ = ["bp"]
