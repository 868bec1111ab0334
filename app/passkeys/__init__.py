"""The passkeys of a member."""

from app.passkeys.views import bp

__all__ = ["bp"]
