"""Showing posts of others to one's followers, with a remark or without."""

from app.reposts.views import bp

__all__ = ["bp"]
