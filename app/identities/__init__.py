"""Whom else somebody may sign in as: the list in settings."""

from app.identities import listeners
from app.identities.views import bp

__all__ = ["bp", "listeners"]
