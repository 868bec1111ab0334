"""Something that means nothing, sent to see whether it arrives."""

from app.webhook_tests.views import bp

__all__ = ["bp"]
