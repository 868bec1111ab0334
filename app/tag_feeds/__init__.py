"""What is new under a tag, for feed readers."""

from app.tag_feeds.views import bp

__all__ = ["bp"]
