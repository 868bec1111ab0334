"""What is said below a post, for feed readers."""

from app.comment_feeds.views import bp

__all__ = ["bp"]
