"""What is offered to somebody who has begun to type what they look for."""

from app.search_suggestions.views import bp

__all__ = ["bp"]
