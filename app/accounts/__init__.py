"""Signing up."""

from app.accounts.views import bp

__all__ = ["bp"]
