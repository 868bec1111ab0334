"""Proving that one reads what is sent to one's address."""

from app.confirmations import listeners
from app.confirmations.views import bp

__all__ = ["bp", "listeners"]
