"""Codes from an authenticator app."""

from app.totp.views import bp

__all__ = ["bp"]
