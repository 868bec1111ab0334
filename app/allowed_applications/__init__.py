"""Applications that act for the reader, until they may no longer."""

from app.allowed_applications.views import bp

__all__ = ["bp"]
