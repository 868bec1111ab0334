"""Liking what somebody said below a post."""

from app.comment_likes.views import bp

__all__ = ["bp"]
