"""The way in for whoever lost the others."""

from app.recovery_codes.views import bp

__all__ = ["bp"]
