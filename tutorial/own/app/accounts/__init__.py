"""Becoming a member."""

from app.accounts.views import bp

__all__ = ["bp"]
