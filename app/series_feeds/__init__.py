"""What is new in a series, for feed readers."""

from app.series_feeds.views import bp

__all__ = ["bp"]
