"""Stepping away for a while, and coming back."""

from app.absences.views import bp

__all__ = ["bp"]
