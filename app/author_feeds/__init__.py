"""What is new of one author, for feed readers."""

from app.author_feeds.views import bp

__all__ = ["bp"]
