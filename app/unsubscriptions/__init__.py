"""Ending letters by the link in them, signed in or not."""

from app.unsubscriptions.views import bp

__all__ = ["bp"]
