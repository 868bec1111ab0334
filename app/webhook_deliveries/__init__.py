"""What a program was told, looked at and sent once more."""

from app.webhook_deliveries.views import bp

__all__ = ["bp"]
