"""Which letters somebody wants."""

from app.notification_settings.views import bp

__all__ = ["bp"]
