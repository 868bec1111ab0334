"""Copies of all that the site must not lose."""

from app.backups.commands import bp

__all__ = ["bp"]
