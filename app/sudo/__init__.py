"""Confirm it is you, before something that a stranger at your desk must not do."""

from app.sudo.views import bp

__all__ = ["bp"]
