"""Counters, compared with what they count."""

from app.recounts.commands import bp

__all__ = ["bp"]
