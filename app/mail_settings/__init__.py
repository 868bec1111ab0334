"""Which letters somebody wants."""

from app.mail_settings.views import bp

__all__ = ["bp"]
