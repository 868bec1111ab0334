"""What is new of what somebody looks for, for feed readers."""

from app.search_feeds.views import bp

__all__ = ["bp"]
