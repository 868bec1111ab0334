"""What is not published yet."""

from app.drafts.views import bp

__all__ = ["bp"]
