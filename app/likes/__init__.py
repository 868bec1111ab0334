"""Liking posts, and who likes them."""

from app.likes.views import bp

__all__ = ["bp"]
