"""Changing the password."""

from app.passwords.views import bp

__all__ = ["bp"]
