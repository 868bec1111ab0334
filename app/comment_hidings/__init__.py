"""Hiding what others said below one's own post, and showing it again."""

from app.comment_hidings.views import bp

__all__ = ["bp"]
