"""What somebody shows first on their profile."""

from app.pins.views import bp

__all__ = ["bp"]
