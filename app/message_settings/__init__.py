"""Who may write to somebody in private."""

from app.message_settings.views import bp

__all__ = ["bp"]
