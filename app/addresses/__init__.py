"""Asking for another e-mail address."""

from app.addresses import listeners
from app.addresses.views import bp

__all__ = ["bp", "listeners"]
