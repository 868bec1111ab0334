"""Texts that are kept while they are written, before anybody presses a button."""

from app.autosaves.views import bp

__all__ = ["bp"]
