"""What was reported, for those who decide about it."""

from app.moderation.views import bp

__all__ = ["bp"]
