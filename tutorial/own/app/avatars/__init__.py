"""Pictures of people, drawn from their handles."""

from app.avatars.views import bp

__all__ = ["bp"]
