"""Everything that moderators did, for moderators."""

from app.moderation_log.views import bp

__all__ = ["bp"]
