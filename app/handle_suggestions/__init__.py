"""People for somebody who has begun to type a handle."""

from app.handle_suggestions.views import bp

__all__ = ["bp"]
