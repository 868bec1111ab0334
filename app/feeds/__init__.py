"""What is new on the site, for feed readers; and what a feed is."""

from app.feeds.views import bp

__all__ = ["bp"]
