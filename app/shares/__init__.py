"""Showing a text to whom one likes, before it is published."""

from app.shares.views import bp

__all__ = ["bp"]
