"""What an application proves by who it is."""

from app.application_secrets.views import bp

__all__ = ["bp"]
