"""What a program knows a message by."""

from app.webhook_secrets.views import bp

__all__ = ["bp"]
