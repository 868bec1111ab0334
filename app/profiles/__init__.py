"""Who people are."""

from app.profiles.views import bp

__all__ = ["bp"]
