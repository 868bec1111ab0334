"""Having a comment again that one took back."""

from app.comment_returns.views import bp

__all__ = ["bp"]
