"""What is said in a conversation."""

from app.messages.views import bp

__all__ = ["bp"]
