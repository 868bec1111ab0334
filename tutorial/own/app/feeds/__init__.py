"""What is new on the site, for feed readers."""

from app.feeds.views import bp

__all__ = ["bp"]
