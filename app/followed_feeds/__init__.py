"""The feeds of whom one follows, to be taken to a feed reader."""

from app.followed_feeds.views import bp

__all__ = ["bp"]
