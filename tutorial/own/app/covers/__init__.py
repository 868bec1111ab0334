"""The picture above a post."""

from app.covers.views import bp

__all__ = ["bp"]
